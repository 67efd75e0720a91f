import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Room } from '#contracts/room.dto.js';
import { findViolations, findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { chooseByKeys, expectFocus } from '../kit/focus.js';
import { openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { findSmallTargets } from '../kit/targets.js';

const WITHIN_A_SECOND = { timeout: 1_000 };

// Hanna keeps the organisation; Lei has a public room and a private one and writes in both, Ana looks on.
describe('posts and messages in the console', () => {
  let hanna: Person;
  let lei: Person;
  let ana: Person;
  let open: Room;

  openHouse(async (opened) => {
    hanna = await opened.welcome('Hanna Lindqvist');
    lei = await opened.welcome('王磊 Lei Wang');
    ana = await opened.welcome('Ana Silva');
    open = await lei.account.createRoom({ name: 'Reading Club 读书会' });
    await ana.account.join(open.slug);
    await lei.account.createPost(open.slug, { title: '系统之美', tags: ['book', '中文'] });
    const done = await lei.account.createPost(open.slug, { title: 'Old votes', tags: ['vote'] });
    await lei.account.send(done.id, 'I voted');
    await lei.account.patch(`/api/rooms/${open.slug}/posts/${done.id}`, { state: 'resolved' });
    const closed = await lei.account.createRoom({ name: 'Board', visibility: 'private' });
    const secret = await lei.account.createPost(closed.slug, { title: 'Secret budget', tags: ['vote'] });
    await lei.account.sendAll(open.chatPost.id, ['Vote closes at 15:00', 'Buy my lamps']);
    await lei.account.send(secret.id, 'Lamps are too dear');
  });
  beforeEach(() => hanna.page.bringToFront());

  const table = (name: string): Locator => hanna.page.getByRole('table', { name });
  const row = (text: string): Locator => hanna.page.getByRole('row').filter({ hasText: text });
  const choose = async (label: string, text: string, option: string | RegExp): Promise<void> => {
    await hanna.page.getByRole('combobox', { name: label }).fill(text);
    await hanna.page.getByRole('option', { name: option }).click();
  };
  const act = async (button: string | RegExp, action: string): Promise<void> => {
    await hanna.page.getByRole('button', { name: button }).click();
    await hanna.page.getByRole('menuitem', { name: action }).click();
  };

  it('are not there for members', async () => {
    for (const path of ['posts', 'messages', 'tags', 'invitations']) {
      await ana.page.goto(`/admin/${path}`);
      await ana.page.getByRole('heading', { name: 'There is no page here' }).waitFor();
    }
  });

  it.each(['posts', 'messages', 'tags', 'invitations'])('can be used by everybody: %s', async (path) => {
    const { page } = hanna;
    await hanna.visit(`/admin/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await findViolationsInThemes(page)).toEqual(NO_VIOLATIONS);
    await page.setViewportSize(PHONE);
    expect(await findSmallTargets(page, 40)).toEqual([]);
    expect(await findViolations(page)).toEqual([]);
    const width = (element: Element) => element.scrollWidth;
    expect(await page.locator('app-list-page').evaluate(width)).toBeLessThanOrEqual(PHONE.width);
  });

  it('lists posts that one may read, found by how the title is spoken, by state, room, tag and author', async () => {
    await hanna.page.goto('/');
    await hanna.page.getByRole('link', { name: 'Admin', exact: true }).click();
    await hanna.page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Posts' }).click();
    await table('Posts').getByRole('row').nth(3).waitFor();
    expect(await row('Secret budget').count()).toBe(0);
    const search = hanna.page.getByRole('searchbox', { name: 'Title' });
    await search.fill('xtzm');
    await hanna.page.getByText('1 post found').waitFor();
    await row('系统之美').getByText('#book #中文').waitFor();
    await search.fill('nothing at all');
    await hanna.page.getByRole('button', { name: 'Show all posts' }).click();
    await hanna.page.getByRole('option', { name: 'Resolved' }).click();
    await hanna.page.getByText('1 post found').waitFor();
    await row('Old votes').getByText('Resolved').waitFor();
    await hanna.page.getByRole('option', { name: 'All' }).click();
    await choose('Tag', 'vo', /vote/u);
    await hanna.page.getByText('1 post found').waitFor();
    await hanna.page.getByRole('button', { name: 'Clear' }).click();
    await choose('Author', 'ana', /Ana Silva/u);
    await hanna.page.getByText('0 posts found').waitFor();
  });

  it('shows nothing of a private room until one joins it before the eyes of its members', async () => {
    await lei.page.goto('/r/board');
    await hanna.page.goto('/admin/posts');
    // Typed as it stands, there is nothing to fill in.
    await choose('Room', 'Board', /Board/u);
    expect(await hanna.page.getByRole('combobox', { name: 'Room' }).inputValue()).toBe('Board');
    await hanna.page.getByRole('heading', { name: 'Only members see what is in Board' }).waitFor();
    expect(await findViolations(hanna.page)).toEqual([]);
    await hanna.page.getByRole('button', { name: 'Join visibly' }).click();
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'Join room' }).click();
    await row('Secret budget').waitFor();
    await lei.rows.filter({ hasText: 'Hanna Lindqvist' }).filter({ hasText: 'admin' }).waitFor();
  });

  it('deletes a topic by its title, which its readers see, and never a chat', async () => {
    await ana.page.goto(`/r/${open.slug}/p/old-votes`);
    await ana.page.getByRole('heading', { name: 'Old votes' }).first().waitFor();
    await hanna.page.goto(`/admin/posts?room=${open.slug}`);
    await hanna.page.getByRole('button', { name: 'Actions for Chat in Reading Club 读书会' }).click();
    await hanna.page.getByRole('menuitem', { name: 'Open post' }).waitFor();
    expect(await hanna.page.getByRole('menuitem').count()).toBe(1);
    await hanna.page.keyboard.press('Escape');
    await hanna.page.getByRole('menu').waitFor({ state: 'detached' });
    const opener = hanna.page.getByRole('button', { name: /^Actions for Old votes/u });
    await chooseByKeys(opener, 2);
    const dialog = hanna.page.getByRole('alertdialog', { name: 'Delete this post?' });
    await dialog.getByText('its 1 message and their files').waitFor();
    await expectFocus(dialog.getByRole('textbox'));
    expect(await findViolations(hanna.page)).toEqual([]);
    await hanna.page.keyboard.press('Escape');
    await expectFocus(opener);
    await act(/^Actions for Old votes/u, 'Delete post');
    await dialog.getByRole('textbox').fill('old VOTES');
    await dialog.getByRole('button', { name: 'Delete post' }).click();
    await row('Old votes').waitFor({ state: 'detached' });
    await ana.page.waitForURL((url) => url.pathname === `/r/${open.slug}`);
  });

  it('finds messages by words, author and day, and opens one where it stands', async () => {
    await hanna.page.goto('/admin/messages');
    const search = hanna.page.getByRole('searchbox', { name: 'Words in the message' });
    await search.fill('lamps');
    await row('Buy my lamps').waitFor();
    await choose('Room', 'reading', /Reading Club/u);
    await hanna.page.getByText('1 message found').waitFor();
    await choose('Author', 'ana', /Ana Silva/u);
    await hanna.page.getByText('0 messages found').waitFor();
    await hanna.page.getByRole('button', { name: 'Show all messages' }).click();
    await hanna.page.getByLabel('From').fill('2100-01-01');
    await hanna.page.getByLabel('From').blur();
    await hanna.page.getByText('0 messages found').waitFor();
    await hanna.page.getByRole('button', { name: 'Show all messages' }).click();
    await hanna.page.getByRole('link', { name: 'Vote closes at 15:00' }).click();
    await hanna.page.waitForURL(new RegExp(`/r/${open.slug}/\\d+$`, 'u'));
    await hanna.row('Vote closes at 15:00').waitFor();
  });

  it('removes a message with a reason, which everybody in the room sees', async () => {
    await ana.page.goto(`/r/${open.slug}`);
    await ana.row('Buy my lamps').waitFor();
    await hanna.page.goto('/admin/messages');
    const opener = row('Buy my lamps').getByRole('button', { name: /^Actions for message \d+ by 王磊/u });
    await chooseByKeys(opener, 2);
    const dialog = hanna.page.getByRole('dialog');
    const reason = dialog.getByRole('textbox', { name: 'Reason' });
    await expectFocus(reason);
    expect(await findViolations(hanna.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Remove message' }).click();
    await dialog.locator('mat-error').waitFor();
    await expectFocus(reason);
    await hanna.page.keyboard.press('Escape');
    await expectFocus(opener);
    await chooseByKeys(opener, 2);
    await reason.fill('This is an advertisement');
    await dialog.getByRole('button', { name: 'Remove message' }).click();
    await ana.row('Buy my lamps').waitFor({ state: 'detached', ...WITHIN_A_SECOND });
    await hanna.page.getByText('The message by 王磊 Lei Wang is removed').waitFor();
    await expectFocus(row('Removed by a moderator').getByRole('button'));
    await hanna.page.getByRole('option', { name: 'Removed' }).click();
    await hanna.page.getByText('1 message found').waitFor();
    await row('Removed by a moderator').waitFor();
  });

  it('says that a list did not load, and tries again', async () => {
    let isBroken = true;
    await hanna.page.route('**/api/admin/messages**', (route) => (isBroken ? route.abort() : route.continue()));
    await hanna.page.goto('/admin/messages');
    await hanna.page.getByRole('heading', { name: 'The list did not load' }).waitFor();
    isBroken = false;
    await hanna.page.getByRole('button', { name: 'Try again' }).click();
    await row('Vote closes at 15:00').waitFor();
  });

  it('gives a link for who is invited from among the people, where no mail is sent', async () => {
    await hanna.page.goto('/admin/people');
    const opener = hanna.page.getByRole('button', { name: 'Invite' });
    await opener.click();
    const dialog = hanna.page.getByRole('dialog', { name: 'Invite a person' });
    await dialog.getByText('This server sends no mail').waitFor();
    await dialog.getByLabel('Email').fill('sam@example.org');
    await dialog.getByRole('button', { name: 'Invite' }).click();
    const handed = hanna.page.getByRole('dialog', { name: 'Invitation for sam@example.org' });
    expect(await handed.getByLabel('Link').inputValue()).toMatch(/^http\S+\/invite#\S+$/u);
    await handed.getByRole('button', { name: 'Close' }).click();
    await expectFocus(opener);
  });
});
