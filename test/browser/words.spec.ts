import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { findViolations } from '../kit/accessibility.js';
import { moveInTogether, openHouse } from '../kit/house.js';
import { PASSWORD, type Person } from '../kit/person.js';

const ROOM = '/r/jiqixuexi';

const composerOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Message', exact: true });
const editorOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Edited text' });

/** Until the page knows it: before that, what is sent may still pass. */
async function loseNetwork({ context, page }: Person): Promise<void> {
  await context.setOffline(true);
  await page.waitForFunction(() => !navigator.onLine);
}

// Whatever happens while somebody writes: windows, accounts and rooms come and go, and no word is lost.
describe('what was written', () => {
  let hanna: Person;
  let lei: Person;

  openHouse(
    async (house) => {
      ({ hanna, lei } = await moveInTogether(house));
      await hanna.enter(ROOM);
      await lei.enter(ROOM);
      await lei.say('my first words');
      await hanna.row('my first words').waitFor();
    },
    { isCut: true },
  );

  it('is one draft in two windows of one person', async () => {
    const other = await lei.context.newPage();
    await other.goto(ROOM);
    await composerOf(other).waitFor();
    await lei.composer.fill('begun in the first window');
    await other.waitForFunction(() => document.querySelector('textarea')?.value === 'begun in the first window');
    await composerOf(other).press('Enter');
    await hanna.row('begun in the first window').waitFor();
    await lei.page.waitForFunction(() => document.querySelector('textarea')?.value === '');
    await other.close();
  });

  it('goes out from two windows after a time without a network, even when one of them was closed', async () => {
    const other = await lei.context.newPage();
    await other.goto(ROOM);
    await composerOf(other).waitFor();
    await loseNetwork(lei);
    for (const [page, words] of [
      [other, 'written in the second window'],
      [lei.page, 'written in the first window'],
    ] as const) {
      await composerOf(page).fill(words);
      await composerOf(page).press('Enter');
      await page.getByRole('article').filter({ hasText: words }).waitFor();
    }
    await other.close();
    await lei.context.setOffline(false);
    await hanna.row('written in the first window').waitFor();
    await hanna.row('written in the second window').waitFor();
  });

  it('waits over a reload, and goes out in the order in which it was written', async () => {
    const { page } = lei;
    let isCut = true;
    await page.routeWebSocket(/socket\.io/u, (socket) => {
      if (!isCut) socket.connectToServer();
    });
    await page.goto(ROOM);
    const words = ['first of all', 'second to that', 'third and last'];
    for (const text of words.slice(0, 2)) await lei.say(text);
    await lei.row('second to that').waitFor();
    await page.reload();
    await lei.row('second to that').waitFor();
    await lei.say('third and last');
    await lei.row('third and last').waitFor();
    isCut = false;
    await page.reload();
    await hanna.row('third and last').waitFor();
    const seen = await hanna.rows.filter({ hasText: /of all|to that|and last/u }).allTextContents();
    expect(seen.map((text) => words.findIndex((one) => text.includes(one)))).toEqual([0, 1, 2]);
  });

  it('is said not to be kept where the device has no room, and goes out all the same', async () => {
    const { page } = lei;
    await loseNetwork(lei);
    await page.evaluate(() => {
      let size = 4_000_000;
      for (let piece = 0; size > 0; piece += 1) {
        try {
          localStorage.setItem(`filler ${String(piece)}`, 'x'.repeat(size));
        } catch {
          size = Math.floor(size / 2);
        }
      }
    });
    await lei.say('has no room');
    await lei.row('has no room').getByText('This device could not keep it.').waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key);
    });
    await lei.context.setOffline(false);
    await hanna.row('has no room').waitFor();
    await lei.row('has no room').getByText('This device').waitFor({ state: 'detached' });
  });

  it('stays in a message that is edited, over another post and a reload', async () => {
    const { page } = lei;
    await lei.act('my first words', 'Edit');
    await editorOf(page).fill('my first words, and many more');
    await page.getByRole('link', { name: '论文' }).click();
    await page.waitForURL(/lunwen$/u);
    await page.goBack();
    await editorOf(page).waitFor();
    expect(await editorOf(page).inputValue()).toBe('my first words, and many more');
    await page.reload();
    await editorOf(page).waitFor();
    expect(await editorOf(page).inputValue()).toBe('my first words, and many more');
  });

  it('becomes a draft when the message that is edited is recalled elsewhere', async () => {
    const other = await lei.context.newPage();
    await other.goto(ROOM);
    const row = other.getByRole('article').filter({ hasText: 'my first words' });
    await row.hover();
    await row.getByRole('button', { name: 'Recall' }).click();
    await other.getByRole('alertdialog').getByRole('button', { name: 'Recall' }).click();
    await lei.page.getByText('Your words are kept as a draft').waitFor();
    expect(await lei.composer.inputValue()).toBe('my first words, and many more');
    await other.close();
    await lei.composer.fill('');
  });

  it('is said to be kept when the post is resolved meanwhile', async () => {
    await lei.page.goto(`${ROOM}/p/lunwen`);
    await lei.composer.fill('half a thought');
    await hanna.page.goto(`${ROOM}/p/lunwen`);
    await hanna.page.getByRole('button', { name: 'Mark resolved' }).click();
    await lei.page.getByText('Your draft is kept').waitFor();
    await lei.page.getByRole('button', { name: 'Copy draft' }).waitFor();
    await lei.page.locator('app-quiet-bar').getByRole('button', { name: 'Reopen' }).click();
    await lei.composer.waitFor();
    expect(await lei.composer.inputValue()).toBe('half a thought');
    await lei.composer.fill('');
  });

  it('is shown when the room it was written in can no longer be opened', async () => {
    await hanna.createRoom('Hidden', 'Private');
    await hanna.page.getByRole('button', { name: 'Add member' }).first().click();
    const dialog = hanna.page.getByRole('dialog');
    await dialog.getByRole('combobox').fill(lei.username);
    await hanna.page.getByRole('option').first().click();
    await dialog.getByRole('button', { name: 'Add member' }).click();
    await lei.page.goto('/r/hidden');
    await lei.composer.waitFor();
    await loseNetwork(lei);
    await lei.say('waits for a network');
    await lei.composer.fill('begun after it');
    await hanna.page.getByRole('button', { name: 'Actions for 王磊' }).click();
    await hanna.page.getByRole('menuitem', { name: 'Remove from room' }).click();
    await hanna.page.getByRole('alertdialog').getByRole('button', { name: 'Remove member' }).click();
    await hanna.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await lei.context.setOffline(false);
    const words = lei.page.getByRole('region', { name: 'Not sent' });
    await words.getByText('waits for a network').waitFor();
    await words.getByText('begun after it').waitFor();
    expect(await findViolations(lei.page)).toEqual([]);
    await words.getByRole('button', { name: 'Discard' }).first().click();
    await words.getByText('waits for a network').waitFor({ state: 'detached' });
    await words.getByRole('button', { name: 'Discard' }).click();
    await words.waitFor({ state: 'detached' });
  });

  it('is never shown to, nor sent as, another account that signs in in another window', async () => {
    await lei.page.goto(ROOM);
    await lei.composer.waitFor();
    const network = await lei.context.newCDPSession(lei.page);
    const setOffline = (offline: boolean) =>
      network.send('Network.emulateNetworkConditions', {
        ...{ offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
      });
    await network.send('Network.enable');
    await setOffline(true);
    await lei.say('only Lei may say this');
    await lei.row('only Lei may say this').waitFor();
    const other = await lei.context.newPage();
    await other.goto('/');
    await other.getByRole('button', { name: /account menu/u }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await other.getByLabel('Email or username').fill(hanna.username);
    await other.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.waitForURL((url) => url.pathname === '/');
    await setOffline(false);
    await lei.page.goto(ROOM);
    await lei.page.getByRole('button', { name: 'Hanna Lindqvist, account menu' }).waitFor();
    await lei.composer.waitFor();
    expect(await lei.row('only Lei may say this').count()).toBe(0);
    expect(await hanna.page.getByText('only Lei may say this').count()).toBe(0);
    await other.close();
  });

  it('is kept out of the next page when the server did not hear of signing out', async () => {
    const { page } = hanna;
    await page.goto('/');
    await page.route('**/api/auth/logout', (route) => route.fulfill({ status: 503, body: '' }));
    await page.getByRole('button', { name: /account menu/u }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Email or username').waitFor();
    await page.unroute('**/api/auth/logout');
    await page.goto(ROOM);
    await page.getByLabel('Email or username').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });
});
