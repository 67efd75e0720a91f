import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { findViolations } from '../kit/accessibility.js';
import { expectFocus } from '../kit/focus.js';
import { openHouse, PHONE } from '../kit/house.js';
import { PASSWORD, type Person } from '../kit/person.js';

const EMAIL = 'sam@example.org';

/** Where a link leads; the program here does not know its own address. */
function placeOf(text = ''): string {
  const { pathname, hash } = new URL(/http\S+\/invite#\S+/u.exec(text)?.[0] ?? '');
  return pathname + hash;
}

// Hanna, who owns the organisation, invites Sam by mail; Lei is an admin.
describe('invitations in the console', () => {
  let hanna: Person;
  let lei: Person;

  const house = openHouse(
    async (opened) => {
      hanna = await opened.welcome('Hanna Lindqvist');
      lei = await opened.welcome('王磊 Lei Wang');
      const { id } = (await hanna.account.get<{ items: { id: string }[] }>('/api/admin/users?q=lei')).body.items[0]!;
      await hanna.account.patch(`/api/admin/users/${id}`, { role: 'admin' });
      await hanna.account.createRoom({ name: 'Reading Club 读书会' });
    },
    { sendsMail: true },
  );

  const row = (text: string, { page } = hanna): Locator => page.getByRole('row').filter({ hasText: text });
  const inviteDialog = (): Locator => hanna.page.getByRole('dialog', { name: 'Invite a person' });
  const linkDialog = (email: string): Locator => hanna.page.getByRole('dialog', { name: `Invitation for ${email}` });
  const ask = async (email: string, action: string): Promise<Locator> => {
    await hanna.page.getByRole('button', { name: `Actions for ${email}` }).click();
    await hanna.page.getByRole('menuitem', { name: action }).click();
    return hanna.page.getByRole('alertdialog');
  };

  it('are none at first, and refused with what is wrong at its field', async () => {
    await hanna.page.goto('/admin/invitations');
    await hanna.page.getByRole('heading', { name: 'Nobody is invited' }).waitFor();
    const opener = hanna.page.getByRole('button', { name: 'Invite' });
    await opener.focus();
    await hanna.page.keyboard.press('Enter');
    const dialog = inviteDialog();
    const email = dialog.getByLabel('Email');
    await expectFocus(email);
    expect(await findViolations(hanna.page)).toEqual([]);
    await hanna.page.keyboard.press('Enter');
    await dialog.getByText('Enter an email address.').waitFor();
    for (const [wrong, said] of [
      ['sam', 'Enter a full address, such as lei@example.org.'],
      [`${lei.username}@example.org`, `${lei.username}@example.org has an account already.`],
    ] as const) {
      await email.fill(wrong);
      await hanna.page.keyboard.press('Enter');
      await dialog.getByText(said).waitFor();
      await expectFocus(email);
    }
    await hanna.page.keyboard.press('Escape');
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expectFocus(opener);
  });

  it('bring a letter, and a room with the new account', async () => {
    await hanna.page.getByRole('button', { name: 'Invite' }).click();
    const dialog = inviteDialog();
    await dialog.getByText('They get a letter').waitFor();
    await dialog.getByLabel('Email').fill(EMAIL);
    await dialog.getByRole('combobox', { name: 'Rooms' }).fill('dushu');
    await hanna.page.getByRole('option', { name: /Reading Club/u }).click();
    await dialog.getByRole('button', { name: 'Invite' }).click();
    await linkDialog(EMAIL).getByText(`It is on its way to ${EMAIL}.`).waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    const link = await linkDialog(EMAIL).getByLabel('Link').inputValue();
    await linkDialog(EMAIL).getByRole('button', { name: 'Copy link' }).click();
    await linkDialog(EMAIL).getByText('Link copied').waitFor();
    await linkDialog(EMAIL).getByRole('button', { name: 'Close' }).click();
    await row(EMAIL).getByText('Waiting').waitFor();
    await row(EMAIL).getByText('Member · 1 room').waitFor();
    await row(EMAIL).getByText('Hanna Lindqvist').waitFor();
    expect((await house.mail.waitFor(EMAIL)).text).toContain(link);
  });

  it('get another link, after which the one before is good for nothing', async () => {
    const [first] = house.mail.to(EMAIL);
    const dialog = await ask(EMAIL, 'New link');
    await dialog.getByText('The link before stops working.').waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'New link' }).click();
    const link = await linkDialog(EMAIL).getByLabel('Link').inputValue();
    await linkDialog(EMAIL).getByRole('button', { name: 'Close' }).click();
    const sam = await house.newPerson('Sam Whitfield', { viewport: PHONE });
    await sam.page.goto(placeOf(first?.text));
    await sam.page.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor();
    const other = await sam.context.newPage();
    await other.goto(placeOf(link));
    await other.getByText('Reading Club 读书会').waitFor();
    await sam.leave();
  });

  it('of admins are changed by the owner alone', async () => {
    const wish = { email: 'greta@example.org', role: 'admin' };
    await hanna.account.ask('POST', '/api/admin/invitations', { body: wish });
    await lei.page.goto('/admin/invitations');
    await row(wish.email, lei).getByText('Admin').waitFor();
    await lei.page.getByRole('button', { name: `Actions for ${EMAIL}` }).waitFor();
    expect(await lei.page.getByRole('button', { name: `Actions for ${wish.email}` }).count()).toBe(0);
    await lei.page.getByRole('button', { name: 'Invite' }).click();
    await lei.page.getByRole('dialog', { name: 'Invite a person' }).getByLabel('Email').waitFor();
    expect(await lei.page.getByRole('radio', { name: 'Admin' }).count()).toBe(0);
    await lei.page.keyboard.press('Escape');
  });

  it('are gone once their person has come', async () => {
    const { url } = (
      await hanna.account.post<{ url: string }>('/api/admin/invitations', { email: 'ines@example.org', roomIds: [] })
    ).body;
    await hanna.page.reload();
    await row('ines@example.org').waitFor();
    const ines = await house.newPerson('Inês Duarte');
    await ines.page.goto(placeOf(url));
    await ines.page.getByLabel('Username').fill('ines');
    await ines.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await ines.page.getByRole('button', { name: 'Create account' }).click();
    await ines.page.waitForURL((address) => address.pathname === '/');
    await hanna.page.evaluate(() => dispatchEvent(new Event('focus')));
    await row('ines@example.org').waitFor({ state: 'detached' });
    await ines.leave();
  });

  it('are found by the address, and revoked, after which their link is good for nothing', async () => {
    await hanna.page.goto('/admin/invitations');
    const search = hanna.page.getByRole('searchbox', { name: 'Email' });
    await search.fill('nobody');
    await hanna.page.getByRole('button', { name: 'Show all invitations' }).click();
    await search.fill('sam@');
    await hanna.page.getByRole('status').getByText('1 invitation').waitFor();
    const letter = await house.mail.waitFor(EMAIL, 2);
    const dialog = await ask(EMAIL, 'Revoke');
    await dialog.getByText('Their link stops working at once.').waitFor();
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await row(EMAIL).waitFor({ state: 'detached' });
    const sam = await house.newPerson('Sam Whitfield');
    await sam.page.goto(placeOf(letter.text));
    await sam.page.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor();
    await sam.leave();
  });
});
