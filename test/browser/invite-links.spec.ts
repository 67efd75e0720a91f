import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { UpdateOrganisationDto } from '#contracts/organisation.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { body } from '../kit/api/answer.js';
import { makeLink } from '../kit/api/invites.js';
import { expectFocus, focused, pressKeys, seesFocus } from '../kit/focus.js';
import { openHouse, PHONE } from '../kit/house.js';
import { PASSWORD, type Person } from '../kit/person.js';
import { findSmallTargets } from '../kit/targets.js';

const IN_NINE_DAYS = 9 * 24 * 3_600_000;

// Hanna keeps a private room of an organisation in which accounts need an invitation; Lei has one.
describe('links into a room', () => {
  let hanna: Person;
  let lei: Person;
  let mei: Person;
  let room: Room;

  const house = openHouse(async (opened) => {
    hanna = await opened.welcome('Hanna Lindqvist');
    lei = await opened.welcome('王磊');
    mei = await opened.welcome('周静');
    room = await hanna.account.createRoom({ name: '机器学习', visibility: 'private' });
    await body(hanna.account.patch('/api/admin/settings', { registration: 'invited' } satisfies UpdateOrganisationDto));
    await hanna.account.add(room.slug, mei.account);
    await body(hanna.account.put(`/api/rooms/${room.id}/members/${mei.username}`, { role: 'moderator' }));
    await hanna.enter('/r/jiqixuexi');
  });

  const dialogOf = ({ page }: Person, name = 'Invite links'): Locator => page.getByRole('dialog', { name });
  const menuOf = ({ page }: Person): Locator => page.getByRole('button', { name: 'Room menu' }).first();
  const open = async (person: Person): Promise<Locator> => {
    await person.enter('/r/jiqixuexi');
    await menuOf(person).click();
    await person.page.getByRole('menuitem', { name: 'Invite links' }).click();
    await dialogOf(person).waitFor();
    return dialogOf(person);
  };
  // The server knows itself by the port that it was told, which is "any".
  const pathOf = (url: string) => url.slice(url.indexOf('/invite#'));
  const choose = async (dialog: Locator, label: string, choice: string) => {
    await dialog.getByRole('combobox', { name: label }).click();
    await dialog.page().getByRole('option', { name: choice, exact: true }).click();
  };
  const expectUnusable = async (path: string) => {
    const visitor = await house.newPerson('Somebody');
    await visitor.page.goto(path);
    await visitor.page.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor();
    await visitor.page.getByText('It is too old, was used up or taken back').waitFor();
    await visitor.leave();
  };

  it('let in who has no account, once, and are then used up', async () => {
    const dialog = await open(hanna);
    await dialog.getByText('No invite links').waitFor();
    await choose(dialog, 'Lets in', '1 person');
    await dialog.getByRole('button', { name: 'Make link' }).click();
    const address = dialog.getByLabel('Address of the link');
    await expectFocus(address);
    const path = pathOf(await address.inputValue());
    await dialog.getByText('0 of 1 use').waitFor();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await hanna.page.getByText('Link copied').waitFor();

    const visitor = await house.newPerson('Noor Haddad');
    await visitor.page.goto(path);
    await visitor.page.getByText('Hanna Lindqvist invites you to 机器学习.').waitFor();
    await visitor.page.getByLabel('Username').fill('noor');
    await visitor.page.getByLabel('Email').fill('noor@example.org');
    await visitor.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await visitor.page.getByRole('button', { name: 'Create account' }).click();
    await visitor.page.waitForURL((url) => url.pathname === '/');
    await visitor.page.goto('/r/jiqixuexi');
    await visitor.composer.waitFor();
    await visitor.leave();

    await dialog.getByText('No invite links').waitFor();
    await hanna.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expectUnusable(path);
  });

  it('let in who has an account, and are counted while one looks', async () => {
    const { url } = await makeLink(hanna.account, room.id);
    const dialog = await open(hanna);
    await dialog.getByText('Not used yet').waitFor();
    expect(await dialog.getByLabel('Address of the link').count()).toBe(0);
    await lei.page.goto(pathOf(url));
    await lei.page.getByText('You are signed in as 王磊').waitFor();
    await lei.page.getByRole('button', { name: 'Accept invitation' }).click();
    await lei.page.waitForURL('**/r/jiqixuexi');
    await lei.composer.waitFor();
    await dialog.getByText('Used once').waitFor();
    await hanna.page.keyboard.press('Escape');
  });

  it('are for those who keep the room', async () => {
    await lei.enter('/r/jiqixuexi');
    await menuOf(lei).click();
    await lei.page.getByRole('menuitem', { name: 'Leave room' }).waitFor();
    expect(await lei.page.getByRole('menuitem', { name: 'Invite links' }).count()).toBe(0);
    await lei.page.keyboard.press('Escape');
  });

  it('are made and revoked with keys alone, and the focus comes back to where one was', async () => {
    await menuOf(hanna).focus();
    await pressKeys(hanna, ['Enter']);
    await hanna.page.getByRole('menuitem', { name: 'Invite links' }).focus();
    await pressKeys(hanna, ['Enter']);
    const dialog = dialogOf(hanna);
    await expectFocus(dialog.getByRole('button', { name: 'Close' }));
    const walked: string[] = [];
    for (const part of ['Works for', 'Lets in', 'Make link', 'Hanna', 'Revoke the link']) {
      await pressKeys(hanna, ['Tab']);
      walked.push(await focused(hanna));
      expect([part, await seesFocus(hanna)]).toEqual([part, true]);
    }
    expect(walked[2]).toContain('Make link');
    expect(walked.slice(3)).toEqual(['Hanna Lindqvist', expect.stringContaining('Revoke the link that Hanna')]);
    await pressKeys(hanna, ['Shift+Tab', 'Shift+Tab', 'Enter']);
    const address = dialog.getByLabel('Address of the link');
    await expectFocus(address);
    const path = pathOf(await address.inputValue());
    await pressKeys(hanna, ['Shift+Tab', 'Enter']);
    const question = hanna.page.getByRole('alertdialog', { name: 'Revoke this link?' });
    await expectFocus(question.getByRole('button', { name: 'Cancel' }));
    await pressKeys(hanna, ['Tab', 'Enter']);
    await hanna.page.getByText('Link revoked').waitFor();
    await address.waitFor({ state: 'detached' });
    await expectFocus(dialog.getByRole('region', { name: 'Invite links' }));
    await pressKeys(hanna, ['Escape']);
    await expectFocus(menuOf(hanna));
    await expectUnusable(path);
  });

  it('go from the list when they expire, and come when the server answers again', async () => {
    await hanna.page.clock.setFixedTime(Date.now() + IN_NINE_DAYS);
    await hanna.enter('/r/jiqixuexi');
    await (await open(hanna)).getByText('No invite links').waitFor();
    await hanna.page.clock.setFixedTime(Date.now());
    await hanna.page.route('**/invites', (route) => route.abort());
    await hanna.enter('/r/jiqixuexi');
    const dialog = await open(hanna);
    await dialog.getByText('Invite links did not load').waitFor();
    await dialog.getByRole('button', { name: 'Make link' }).click();
    await dialog.getByRole('alert').getByText('The server did not answer.').waitFor();
    expect(await findViolationsInThemes(hanna.page)).toEqual(NO_VIOLATIONS);
    await hanna.page.unrouteAll();
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.getByText('Used once').waitFor();
    await hanna.page.keyboard.press('Escape');
  });

  const expectGood = async (least: number) => {
    await dialogOf(hanna).getByRole('button', { name: 'Make link' }).click();
    await dialogOf(hanna).getByLabel('Address of the link').first().waitFor();
    expect(await findViolationsInThemes(hanna.page)).toEqual(NO_VIOLATIONS);
    expect(await findSmallTargets(hanna.page, least)).toEqual([]);
    await dialogOf(hanna).getByRole('button', { name: 'Close' }).click();
    await dialogOf(hanna).waitFor({ state: 'detached' });
  };

  it('suit every eye and a thumb, from Room info, and on a phone as a page of their own', async () => {
    await hanna.enter('/r/jiqixuexi');
    await hanna.page.getByRole('button', { name: 'Invite links' }).click();
    await expectGood(40);
    await hanna.page.setViewportSize(PHONE);
    await hanna.enter('/r/jiqixuexi');
    await menuOf(hanna).click();
    await hanna.page.getByRole('button', { name: 'Invite links' }).click();
    await expectGood(44);
  });

  it('speak Chinese as well, to moderators', async () => {
    await body(mei.account.patch('/api/profiles/me', { locale: 'zh' }));
    await mei.page.goto('/r/jiqixuexi');
    await mei.page.getByRole('button', { name: '房间菜单' }).first().click();
    await mei.page.getByRole('menuitem', { name: '邀请链接' }).click();
    const dialog = mei.page.getByRole('dialog', { name: '邀请链接' });
    await dialog.getByText('已使用 1 次').waitFor();
    await dialog.getByRole('button', { name: '创建链接' }).click();
    await dialog.getByLabel('链接地址').waitFor();
    expect(await findViolationsInThemes(mei.page)).toEqual(NO_VIOLATIONS);
  });
});
