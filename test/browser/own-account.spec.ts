import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Room } from '#contracts/room.dto.js';
import { findViolations, findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { body } from '../kit/api/answer.js';
import { expectSoon } from '../kit/eventually.js';
import { expectFocus } from '../kit/focus.js';
import { DESKTOP, openHouse, PHONE } from '../kit/house.js';
import { PASSWORD, type Person } from '../kit/person.js';
import { findSmallTargets } from '../kit/targets.js';

const ROOM = '/r/dushuhui';

// Lei changes who he is, then leaves for good; Hanna, who owns the place, looks on.
describe('the own account', () => {
  let hanna: Person;
  let lei: Person;
  let leiElsewhere: Person;
  let own: Room;

  const house = openHouse(
    async (opened) => {
      hanna = await opened.welcome('Hanna Lindqvist');
      lei = await opened.welcome('王磊 Lei Wang');
      const { slug } = await hanna.account.createRoom({ name: '读书会' });
      await lei.account.join(slug);
      own = await lei.account.createRoom({ name: 'Reading list' });
      leiElsewhere = await opened.welcomeAgain(lei, { viewport: PHONE });
      await hanna.enter(ROOM);
      await lei.enter(ROOM);
      await lei.say('目前《系统之美》领先两票');
      await hanna.row('领先两票').waitFor();
    },
    { sendsMail: true },
  );

  const section = (name: string): Locator => lei.page.getByRole('region', { name });

  it('S37: is one page of the settings, in words', async () => {
    await lei.page.goto('/settings');
    await lei.page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Account' }).click();
    await lei.page.getByRole('heading', { name: 'Account', level: 1 }).waitFor();
    await section('Username').getByText(`@${lei.username}`, { exact: true }).waitFor();
    await section('Email').getByText(`${lei.username}@example.org`).waitFor();
  });

  it('S37: takes another username with the password, and others see it at once', async () => {
    const form = section('Username');
    const [name, password] = [form.getByLabel('New username'), form.getByLabel('Present password')];
    const change = form.getByRole('button', { name: 'Change username' });
    await name.fill(hanna.username);
    await change.click();
    await form.getByText('Enter your present password.').waitFor();
    await expectFocus(password);
    await password.fill('not this one');
    await change.click();
    await form.getByText('This is not your present password.').waitFor();
    await password.fill(PASSWORD);
    await change.click();
    await form.getByText(`"${hanna.username}" is taken. Try ${hanna.username}-2.`).waitFor();
    await expectFocus(name);
    await hanna.page.goto(`/u/${lei.username}`);
    await name.fill('Lei.Wang');
    await change.click();
    await lei.page.getByText('You are @lei.wang now', { exact: true }).waitFor();
    await form.getByText('@lei.wang', { exact: true }).waitFor();
    await expectSoon(() => lei.page.locator('mat-error').count(), 0);
    await hanna.page.getByText('@lei.wang').waitFor();
    await expectSoon(() => new URL(hanna.page.url()).pathname, '/u/lei.wang');
    await hanna.page.goto(`/u/${lei.username}`);
    await hanna.page.waitForURL('**/u/lei.wang');
  });

  it('S37: takes another address, proved by a code that went there', async () => {
    const form = section('Email');
    await form.getByLabel('New email').fill('lei@example.net');
    await form.getByRole('button', { name: 'Send code' }).click();
    await form.getByText('A code is on its way to lei@example.net.').waitFor();
    await form.getByLabel('Code', { exact: true }).fill(await house.mail.codeFor('lei@example.net'));
    await form.getByLabel('Present password').fill(PASSWORD);
    await form.getByRole('button', { name: 'Change email' }).click();
    await lei.page.getByText('Your address is lei@example.net now').waitFor();
    await form.getByText('lei@example.net', { exact: true }).waitFor();
    await house.mail.waitFor(`${lei.username}@example.org`);
  });

  it('S13 S38: drops nothing: what is too long, is no picture or is empty is said or kept', async () => {
    await lei.page.goto('/settings/profile');
    const location = lei.page.getByLabel('Location');
    await location.fill('x'.repeat(60));
    expect(await location.inputValue()).toBe('x'.repeat(50));
    await lei.page.getByLabel('About you').fill('字'.repeat(501));
    await lei.page.getByRole('button', { name: 'Save' }).click();
    await lei.page.getByText('1 character too many.').waitFor();
    await lei.page.getByLabel('About you').fill('读书');
    await lei.page.getByRole('button', { name: 'Save' }).click();
    await lei.page.getByText('Profile saved').waitFor();
    await lei.page.getByLabel('About you').fill('');
    await lei.page.getByRole('button', { name: 'Save' }).click();
    await expectSoon(
      async () => (await lei.account.get<{ aboutMe: string }>('/api/profiles/lei.wang')).body.aboutMe,
      '',
    );
  });

  it('S37: keeps the density in the profile, for the other device too', async () => {
    const density = (person: Person) => person.page.evaluate(() => document.documentElement.dataset['density']);
    await leiElsewhere.page.goto('/settings/appearance');
    await lei.page.goto('/settings/appearance');
    await lei.page.getByRole('radio', { name: 'Compact' }).click();
    await expectSoon(() => density(lei), 'compact');
    await expectSoon(
      async () => (await lei.account.get<{ density: string }>('/api/profiles/lei.wang')).body.density,
      'compact',
    );
    await lei.page.reload();
    await lei.page.getByRole('radio', { name: 'Compact', checked: true }).waitFor();
    expect(await density(lei)).toBe('compact');
    await leiElsewhere.page.reload();
    await expectSoon(() => density(leiElsewhere), 'compact');
  });

  it('S39: the password is refused where it is the same as before, and this session stays', async () => {
    await lei.page.goto('/settings/password');
    await lei.page.getByLabel('Present password').fill(PASSWORD);
    for (const [next, said] of [
      [PASSWORD, 'This is the password that you have already.'],
      ['lei@example.net', 'must not be your username or email'],
      ['password1234', 'is on every list of guesses'],
    ] as const) {
      await lei.page.getByLabel('New password').fill(next);
      await lei.page.getByRole('button', { name: 'Change password' }).click();
      await lei.page.locator('mat-error').getByText(said).waitFor();
    }
    await lei.page.reload();
    await lei.page.getByRole('heading', { name: 'Change password' }).waitFor();
  });

  it('stays with the owner of the place, who is told why', async () => {
    await hanna.page.goto('/settings/account');
    const out = hanna.page.getByRole('region', { name: 'Deactivate account' });
    await out.getByText('You own this Roomers. Hand it over to another admin first').waitFor();
    expect(await out.getByRole('button').count()).toBe(0);
  });

  it('waits until own rooms are seen to, and leads to them', async () => {
    await lei.page.goto('/settings/account');
    const out = section('Deactivate account');
    await out.getByText('You own a room. Hand it over or delete it first.').waitFor();
    await out.getByRole('link', { name: 'Reading list' }).click();
    await lei.page.waitForURL(`**/r/${own.slug}**`);
    await body(hanna.account.put(`/api/rooms/${own.slug}/membership`, {}));
    await body(lei.account.put(`/api/rooms/${own.id}/members/${hanna.username}`, { role: 'owner' }));
    await lei.page.goto('/settings/account');
    await out.getByRole('button', { name: 'Deactivate account' }).waitFor();
  });

  it('is given up by typing the own name; everybody sees at once that its person is gone', async () => {
    await hanna.enter(ROOM);
    await section('Deactivate account').getByRole('button', { name: 'Deactivate account' }).click();
    const dialog = lei.page.getByRole('dialog', { name: 'Deactivate your account?' });
    const [name, password] = [dialog.getByLabel('Type lei.wang'), dialog.getByLabel('Present password')];
    await expectFocus(name);
    expect(await findViolations(lei.page)).toEqual([]);
    await name.fill('somebody');
    await password.fill('not this one');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await dialog.getByText('Type your username as it is: lei.wang.').waitFor();
    await name.fill('LEI.WANG');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await dialog.getByText('This is not your present password.').waitFor();
    await password.fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await lei.page.waitForURL('**/sign-in?said=deactivated');
    await lei.page.getByText('Your account is deactivated. What you wrote stays.').waitFor();
    await leiElsewhere.page.getByRole('dialog').getByText('You were signed out').waitFor();
    const row = hanna.row('领先两票');
    await row.getByText('deactivated', { exact: true }).waitFor();
    await row.locator('app-avatar.is-gone').waitFor();
    await row.getByRole('button', { name: /王磊/u }).click();
    const card = hanna.page.getByRole('dialog', { name: /王磊/u });
    await card.getByText('This account is deactivated.').waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await hanna.page.keyboard.press('Escape');
    await hanna.page.goto('/u/lei.wang');
    await hanna.page.getByText('account deactivated').waitFor();
    await lei.signIn('lei.wang');
    await lei.page.getByRole('alert').getByText('The name or password is not right.').waitFor();
  });

  it('suits every eye, a thumb and a narrow phone', async () => {
    const noor = await house.welcome('Noor Haddad');
    await noor.visit('/settings/account');
    for (const size of [DESKTOP, PHONE]) {
      await noor.page.setViewportSize(size);
      const found = await findViolationsInThemes(noor.page);
      expect({ size, found }).toEqual({ size, found: NO_VIOLATIONS });
      await noor.page.setViewportSize({ ...size, height: 2_000 });
      expect(await findSmallTargets(noor.page, size === PHONE ? 44 : 40)).toEqual([]);
    }
    await noor.page.setViewportSize({ width: 320, height: 640 });
    await expectSoon(() => noor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
  });
});
