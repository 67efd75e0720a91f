import { describe, expect, it } from '@jest/globals';
import { findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { walkDialog } from '../kit/walk-dialog.js';

/** Where, what it is opened with, the line of the menu if there is one, and what Tab comes to in it, by name. */
const DIALOGS: readonly [path: string, opener: RegExp, line: string | undefined, stops: string[]][] = [
  [
    ...(['people', /^Add person$/u, undefined] as const),
    ['Cancel', 'Close', 'Create account', 'Display name', 'Email', 'Member', 'Username'],
  ],
  ['people', /^Actions for 王磊/u, 'Password link', ['Cancel', 'Password link']],
  ['people', /^Actions for 王磊/u, 'End sessions', ['Cancel', 'End sessions']],
  ['people', /^Actions for 王磊/u, 'Deactivate', ['Cancel', 'Deactivate']],
  [
    ...(['people', /^Actions for 王磊/u, 'Hand over the organisation'] as const),
    ['Cancel', 'Confirmation', 'Hand over the organisation'],
  ],
  ['invitations', /^Invite$/u, undefined, ['Cancel', 'Close', 'Email', 'Invite', 'Member', 'Rooms']],
  ['rooms', /^Actions for Reading Club/u, 'Set owner', ['Cancel', 'Close', 'New owner', 'Set owner']],
  ['rooms', /^Actions for Reading Club/u, 'Archive', ['Archive', 'Cancel']],
  ['rooms', /^Actions for Reading Club/u, 'Delete room', ['Confirmation', 'Delete room', 'Keep room']],
  ['posts', /^Actions for Release notes/u, 'Delete post', ['Confirmation', 'Delete post', 'Keep post']],
  ['messages', /^Actions for message 2 by/u, 'Remove message', ['Cancel', 'Close', 'Reason', 'Remove message']],
  ['tags', /^Actions for novels/u, 'Rename', ['Cancel', 'Close', 'Name', 'Rename']],
  ['tags', /^Actions for novels/u, 'Merge into another', ['Cancel', 'Close', 'Merge', 'Tag to keep']],
  ['tags', /^Actions for novels/u, 'Delete tag', ['Cancel', 'Delete tag']],
  ['audit', /^Details$/u, undefined, ['Close']],
];

describe('the console by keyboard', () => {
  let hanna: Person;
  openHouse(async (house) => {
    hanna = await house.welcome('Hanna Lindqvist');
    const lei = await house.welcome('王磊');
    const room = await hanna.account.createRoom({ name: 'Reading Club' });
    await lei.account.join(room.slug);
    await hanna.account.createPost(room.slug, { title: 'Release notes', tags: ['novels'] });
    await hanna.enter(`/r/${room.slug}`);
    await hanna.say('Something to remove');
    await hanna.row('Something to remove').waitFor();
    await hanna.account.patch('/api/admin/settings', { name: 'Lanternworks' });
  });

  const last = () => hanna.page.locator('[role=dialog], [role=alertdialog]').last();
  const button = (name: string | RegExp) => hanna.page.getByRole('main').getByRole('button', { name });

  it.each(DIALOGS)('walks through a dialog of %s: %s %s', async (path, name, line, stops) => {
    await hanna.visit(`/admin/${path}`);
    const opener = hanna.page.getByRole('main').getByRole('button', { name }).first();
    await opener.focus();
    await hanna.page.keyboard.press('Enter');
    if (line !== undefined) {
      await hanna.page.getByRole('menuitem', { name: line }).focus();
      await hanna.page.keyboard.press('Enter');
    }
    expect((await walkDialog(hanna, last(), opener)).toSorted()).toEqual(stops);
  });

  it('walks through a link that was made', async () => {
    await hanna.visit('/admin/people');
    await button(/^Actions for 王磊/u).focus();
    await hanna.page.keyboard.press('Enter');
    await hanna.page.getByRole('menuitem', { name: 'Password link' }).press('Enter');
    await last().getByRole('button', { name: 'Password link' }).press('Enter');
    const link = hanna.page.getByRole('dialog', { name: /^Password link for/u });
    expect((await walkDialog(hanna, link, button(/^Actions for 王磊/u))).toSorted()).toEqual([
      'Close',
      'Copy link',
      'Link',
    ]);
  });

  it('walks through what was not done for all', async () => {
    await hanna.visit('/admin/people');
    await hanna.page.getByRole('checkbox', { name: 'Choose Hanna Lindqvist' }).check();
    await button('End sessions').press('Enter');
    await last().getByRole('button', { name: 'End sessions' }).press('Enter');
    const report = hanna.page.getByRole('dialog', { name: 'Not done for 1 person' });
    expect(await walkDialog(hanna, report, button('End sessions'))).toEqual(['Close']);
  });

  it('walks through the question before old messages are deleted', async () => {
    await hanna.visit('/admin/organisation');
    await hanna.page.getByRole('switch', { name: 'Delete old messages' }).click();
    await hanna.page.getByLabel('Days to keep').fill('90');
    await button('Save').press('Enter');
    expect(await walkDialog(hanna, last(), button('Save'))).toEqual(['Delete old messages', 'Cancel']);
  });

  it.each(['health', 'people', 'rooms', 'audit', 'organisation'])('can be used on a phone: %s', async (path) => {
    await hanna.page.setViewportSize(PHONE);
    await hanna.visit(`/admin/${path}`);
    expect(await findViolationsInThemes(hanna.page)).toEqual(NO_VIOLATIONS);
  });
});
