import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { PasswordLink } from '#contracts/admin.dto.js';
import type { NewRoomInvite } from '#contracts/invite.dto.js';
import type { UpdateOrganisationDto } from '#contracts/organisation.dto.js';
import type { User } from '#contracts/user.dto.js';
import { findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { body } from '../kit/api/answer.js';
import { expectSoon } from '../kit/eventually.js';
import { expectFocus } from '../kit/focus.js';
import { DESKTOP, openHouse, PHONE } from '../kit/house.js';
import { PASSWORD, type Person } from '../kit/person.js';
import { findSmallTargets } from '../kit/targets.js';

const NEW_PASSWORD = 'a lamp in the window';
const AT_HOME = (url: URL) => url.pathname === '/';

// Hanna founded the place and sets its rules; Lei stands at the door, with a browser of his own in each test.
describe('the door', () => {
  let hanna: Person;
  let lei: Person;

  const house = openHouse(
    async (opened) => {
      hanna = await opened.welcome('Hanna Lindqvist');
      lei = await opened.newPerson('王磊');
      await rule({ name: '灯笼工坊' });
    },
    { sendsMail: true },
  );

  const rule = (rules: UpdateOrganisationDto) => body(hanna.account.patch('/api/admin/settings', rules));
  const field = (label: string): Locator => lei.page.getByLabel(label, { exact: true });
  const press = (name: string) => lei.page.getByRole('button', { name }).click();
  const codeFor = (address: string, count = 1) => house.mail.codeFor(address, count);

  it('S23 S30: is two forms with an address each, under the name of the organisation', async () => {
    await lei.page.goto('/sign-in');
    await lei.page.getByText('Sign in to 灯笼工坊').waitFor();
    await lei.page.getByRole('tab', { name: 'Register' }).click();
    await lei.page.getByRole('heading', { name: 'Join 灯笼工坊' }).waitFor();
    await lei.page.waitForURL('**/register');
    await lei.page.getByRole('tab', { name: 'Sign in' }).click();
    await lei.page.getByRole('heading', { name: 'Welcome back' }).waitFor();
  });

  it('S24 S29: says one thing of a wrong name and of a wrong password, and keeps the name', async () => {
    await lei.page.goto('/sign-in');
    for (const [login, password] of [
      [hanna.username, 'not this one'],
      ['nobody-at-all', PASSWORD],
    ] as const) {
      await lei.signIn(login, password);
      await lei.page.getByRole('alert').getByText('The name or password is not right. Check both.').waitFor();
      await expectSoon(() => field('Email or username').inputValue(), login);
    }
  });

  it('S26 S28: says at each field what is wrong with it, and sends nothing until it is right', async () => {
    await lei.page.goto('/register');
    await field('Username').fill('王磊');
    await field('Email').fill('lei@');
    await field('Password').fill('short');
    await press('Create account');
    const errors = lei.page.locator('mat-error');
    await errors.getByText('Use 2 or more of a to z').waitFor();
    await errors.getByText('Enter a full address').waitFor();
    await errors.getByText('Use at least 8 characters.').waitFor();
    await expectFocus(field('Username'));
    await field('Username').fill(hanna.username);
    await field('Email').fill('lei@example.org');
    await field('Password').fill('password1234');
    await press('Create account');
    await errors.getByText('is on every list of guesses').or(errors.getByText('is taken')).first().waitFor();
    await field('Password').fill(PASSWORD);
    await press('Create account');
    await errors.getByText(`"${hanna.username}" is taken. Try ${hanna.username}-2.`).waitFor();
    expect(await field('Password').inputValue()).toBe(PASSWORD);
  });

  it('S25 S27 D25: takes addresses of the organisation only, proved by a code that really comes', async () => {
    await rule({ verifiedEmail: true, emailDomains: ['example.org', 'example.net'] });
    await lei.page.goto('/register');
    await lei.page.getByText('An address of example.org or example.net.').waitFor();
    await field('Username').fill('lei');
    await field('Password').fill(PASSWORD);
    await field('Email').fill('lei@example.com');
    await press('Send code');
    await lei.page.locator('mat-error').getByText('Use an address of example.org or example.net.').waitFor();
    await expectFocus(field('Email'));
    await field('Email').fill('lei@example.org');
    await press('Send code');
    await lei.page.getByRole('status').getByText('A code is on its way to lei@example.org.').waitFor();
    await lei.page.getByRole('button', { name: /^Again in \d+ s$/u, disabled: true }).waitFor();
    await expectFocus(field('Code'));
    expect(await field('Code').getAttribute('autocomplete')).toBe('one-time-code');
    const code = await codeFor('lei@example.org');
    await press('Create account');
    await lei.page.locator('mat-error').getByText('Enter the six digits that came by mail.').waitFor();
    await field('Code').fill(code === '000000' ? '000001' : '000000');
    await press('Create account');
    await lei.page.locator('mat-error').getByText('This code is not right').waitFor();
    await field('Code').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await press('Create account');
    await lei.page.waitForURL(AT_HOME);
    await lei.page.getByRole('button', { name: 'lei, account menu' }).waitFor();
  });

  it('D25: sets a forgotten password by a code, and says the same of an address that nobody has', async () => {
    await rule({ verifiedEmail: false, emailDomains: [] });
    await lei.page.getByRole('button', { name: 'lei, account menu' }).click();
    await lei.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await lei.page.getByRole('link', { name: 'Forgot password?' }).click();
    await lei.page.getByRole('heading', { name: 'Forgotten password' }).waitFor();
    for (const address of ['nobody@example.org', 'lei@example.org']) {
      await field('Email').fill(address);
      await press('Send code');
      await lei.page.getByText(`If ${address} has an account here, a code is on its way.`).waitFor();
    }
    await field('Code').fill(await codeFor('lei@example.org', 2));
    await field('New password').fill('lei@example.org');
    await press('Set password');
    await lei.page.locator('mat-error').getByText('must not be your username or email').waitFor();
    await field('New password').fill(NEW_PASSWORD);
    await press('Set password');
    await lei.page.waitForURL(AT_HOME);
    expect(house.mail.to('nobody@example.org')).toEqual([]);
  });

  it('is closed to whom nobody invited, and says what to do', async () => {
    await rule({ registration: 'invited' });
    const visitor = await house.newPerson('Greta Olsen');
    await visitor.page.goto('/register');
    await visitor.page.getByRole('heading', { name: 'This organisation is by invitation' }).waitFor();
    await visitor.page.getByText('Ask somebody at 灯笼工坊 for an invitation link').waitFor();
    expect(await visitor.page.getByRole('button', { name: 'Create account' }).count()).toBe(0);
    await visitor.leave();
    await rule({ registration: 'open' });
  });

  it('opens by an invitation: with a new account, and with the one that somebody has', async () => {
    const room = await hanna.account.createRoom({ name: '读书会', visibility: 'private' });
    const { token } = await body(hanna.account.post<NewRoomInvite>(`/api/rooms/${room.id}/invites`, { uses: 2 }));
    const link = `/invite#${token}`;
    await rule({ registration: 'invited' });
    const greta = await house.newPerson('Greta Olsen');
    await greta.page.goto(link);
    await greta.page.getByText('Hanna Lindqvist invites you to 读书会.').waitFor();
    expect(greta.page.url()).toBe(`${house.address}/invite`);
    expect(await findViolationsInThemes(greta.page)).toEqual(NO_VIOLATIONS);
    await greta.page.getByLabel('Username', { exact: true }).fill('greta');
    await greta.page.getByLabel('Email', { exact: true }).fill('greta@example.org');
    await greta.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await greta.page.getByRole('button', { name: 'Create account' }).click();
    await greta.page.waitForURL(AT_HOME);
    await greta.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Rooms' }).click();
    await greta.page
      .getByRole('link', { name: /读书会/u })
      .first()
      .waitFor();
    await lei.page.getByRole('button', { name: 'lei, account menu' }).click();
    await lei.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await field('Email or username').waitFor();
    await lei.page.goto(link);
    await lei.page.getByRole('link', { name: 'I have an account' }).click();
    await lei.signIn('lei', NEW_PASSWORD);
    await lei.page.getByText('You are signed in as lei (@lei).').waitFor();
    await press('Accept invitation');
    await lei.page.waitForURL(`**/r/${room.slug}**`);
    await lei.composer.waitFor();
    await greta.page.goto('about:blank');
    await greta.page.goto(link);
    await greta.page.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor();
    await greta.leave();
    await rule({ registration: 'open' });
  });

  it('sets a password by a link that an admin handed out, once, and signs in', async () => {
    const { id } = await body(hanna.account.get<User>('/api/users/lei'));
    const { url } = await body(hanna.account.post<PasswordLink>(`/api/admin/users/${id}/password-link`));
    const link = `/new-password${new URL(url).hash}`;
    const visitor = await house.newPerson('王磊');
    await visitor.page.goto(link);
    await visitor.page.getByText('You set the password of lei (@lei).').waitFor();
    expect(visitor.page.url()).toBe(`${house.address}/new-password`);
    expect(await findViolationsInThemes(visitor.page)).toEqual(NO_VIOLATIONS);
    await visitor.page.getByLabel('New password').fill('a third lamp, in the hall');
    await visitor.page.getByRole('button', { name: 'Set password' }).click();
    await visitor.page.waitForURL(AT_HOME);
    await visitor.page.getByRole('button', { name: 'lei, account menu' }).waitFor();
    await lei.page.getByRole('dialog').getByText('You were signed out').waitFor();
    await visitor.page.goto(link);
    await visitor.page.getByRole('heading', { name: 'This link cannot be used' }).waitFor();
    await visitor.leave();
  });

  it('forgets the secret of a link at once, and says when it cannot be used', async () => {
    const visitor = await house.newPerson('Tomás Álvarez');
    await visitor.page.goto('/new-password#not-a-secret-of-ours');
    await visitor.page.getByRole('heading', { name: 'This link cannot be used' }).waitFor();
    expect(visitor.page.url()).toBe(`${house.address}/new-password`);
    expect(await visitor.page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    await visitor.leave();
  });

  it('speaks Chinese as well', async () => {
    const visitor = await house.newPerson('陈思远', { locale: 'zh-CN' });
    await visitor.page.goto('/forgotten-password');
    await visitor.page.getByRole('heading', { name: '忘记密码' }).waitFor();
    await visitor.page.getByRole('button', { name: '发送验证码' }).waitFor();
    await visitor.leave();
  });

  it.each(['/sign-in', '/register', '/forgotten-password', '/new-password', '/invite'])(
    '%s suits every eye, a thumb and a narrow phone',
    async (path) => {
      await rule({ verifiedEmail: true });
      const visitor = await house.newPerson('Noor Haddad');
      await visitor.visit(path);
      for (const size of [DESKTOP, PHONE]) {
        await visitor.page.setViewportSize(size);
        const found = await findViolationsInThemes(visitor.page);
        expect({ size, found }).toEqual({ size, found: NO_VIOLATIONS });
        // Tall enough that nothing is cut off at the fold.
        await visitor.page.setViewportSize({ ...size, height: 2_000 });
        expect(await findSmallTargets(visitor.page, size === PHONE ? 44 : 40)).toEqual([]);
      }
      await visitor.page.setViewportSize({ width: 320, height: 640 });
      await expectSoon(() => visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
      await visitor.leave();
    },
  );
});
