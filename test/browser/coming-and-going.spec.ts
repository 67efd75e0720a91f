import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import type { Authenticated } from '#contracts/auth.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { launchChromium } from '../kit/chromium.js';
import { PASSWORD, Person } from '../kit/person.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { checkeredPng } from '../kit/pictures.js';

// One visit after the other: what is left behind, and what is found again.
describe('two people who come and go', () => {
  const folder = temporaryFolder();
  let program: Program;
  let browser: Browser;
  let hanna: Person;
  let lei: Person;

  beforeAll(async () => {
    [program, browser] = await Promise.all([
      Program.start({ DATA_DIR: folder.path, RATE_LIMITS: 'off' }),
      launchChromium(),
    ]);
    hanna = await Person.register(browser, program.address, 'Hanna');
    lei = await Person.register(browser, program.address, 'Lei');
    await hanna.createRoom('读书会');
    await lei.join('/r/dushuhui');
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await program.stop();
    folder.remove();
  });

  /** Hanna writes from elsewhere, much faster than she types. */
  async function hannaSends(texts: string[]): Promise<void> {
    const json = { 'content-type': 'application/json' };
    const login = JSON.stringify({ login: hanna.username, password: PASSWORD });
    const answer = await fetch(`${program.address}/api/auth/login`, { method: 'POST', headers: json, body: login });
    const headers = { ...json, authorization: `Bearer ${((await answer.json()) as Authenticated).accessToken}` };
    const { chatPost } = (await (await fetch(`${program.address}/api/rooms/dushuhui`, { headers })).json()) as Room;
    for (const text of texts) {
      const body = JSON.stringify({ clientId: randomUUID(), text });
      const sent = await fetch(`${program.address}/api/posts/${chatPost.id}/messages`, {
        method: 'POST',
        headers,
        body,
      });
      expect(sent.status).toBe(201);
    }
  }

  it('know that the connection is gone as soon as the browser does, and that it is back', async () => {
    await lei.context.setOffline(true);
    const banner = lei.page.getByRole('status').filter({ hasText: 'You are offline' });
    await banner.waitFor({ timeout: 5_000 });
    await lei.say('written without a network');
    await lei.context.setOffline(false);
    await hanna.row('written without a network').waitFor({ timeout: 5_000 });
    await banner.waitFor({ state: 'detached' });
  });

  it('send before the file has arrived: the message goes once it has, and can be called off until then', async () => {
    let arrive: () => void = () => undefined;
    const cable = new Promise<void>((done) => (arrive = done));
    await hanna.page.route('**/api/attachments?*', async (route) => {
      await cable;
      await route.continue();
    });
    const picture = { name: 'slow.png', mimeType: 'image/png', buffer: await checkeredPng() };
    await hanna.share([picture], 'with a slow picture');
    const waiting = hanna.page.getByText('Sends when the files are uploaded');
    await waiting.waitFor();
    await hanna.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await waiting.waitFor({ state: 'detached' });
    expect(await hanna.composer.inputValue()).toBe('with a slow picture');
    await hanna.composer.press('Enter');
    await waiting.waitFor();
    expect(await lei.row('with a slow picture').count()).toBe(0);
    arrive();
    await lei.row('with a slow picture').locator('img[src^="/api/files/"]').waitFor();
    expect(await hanna.composer.inputValue()).toBe('');
  });

  it('find the line where the new begins, however much it is, and read on to the newest', async () => {
    // Time for the page to note that what is on the screen was read.
    await lei.page.waitForTimeout(1_000);
    await lei.page.goto('/settings');
    await hannaSends(Array.from({ length: 130 }, (_, index) => `news ${String(index + 1)} of 130`));
    await lei.page.goto('/r/dushuhui');
    const line = lei.page.getByRole('separator', { name: 'New messages' });
    await line.waitFor();
    await expectInSight(lei, 'news 1 of 130');
    const [divider, first] = [await line.boundingBox(), await lei.row('news 1 of 130').boundingBox()];
    expect(divider!.y).toBeLessThan(first!.y);
    expect(first!.y - divider!.y).toBeLessThan(80);
    await lei.page.getByRole('button', { name: /Jump to newest/u }).click();
    await expectInSight(lei, 'news 130 of 130');
    await lei.page.getByRole('button', { name: /Jump to newest/u }).waitFor({ state: 'detached' });
  });

  it('write from far above the newest, and see what they wrote', async () => {
    await lei.page.waitForTimeout(1_000);
    await lei.page.goto('/settings');
    await hannaSends(Array.from({ length: 130 }, (_, index) => `more ${String(index + 1)} of 130`));
    await lei.page.goto('/r/dushuhui');
    await expectInSight(lei, 'more 1 of 130');
    await lei.say('too much to read');
    await expectInSight(lei, 'too much to read');
    expect(await lei.page.getByRole('separator', { name: 'New messages' }).count()).toBe(0);
  });

  it('ask to join a private room, and are in it as soon as they are let in', async () => {
    await hanna.createRoom('Quiet', 'Private');
    await lei.page.goto('/r/quiet');
    await lei.page.getByRole('button', { name: 'Ask to join' }).click();
    await lei.page.getByText('its owner has been asked').waitFor();
    await hanna.page.reload();
    const info = hanna.page.getByRole('region', { name: 'Room info' });
    await hanna.page.getByRole('button', { name: 'Hide room details, 1 asking to join' }).waitFor();
    await info.getByRole('button', { name: 'Let Lei in' }).click();
    await lei.composer.waitFor();
    await lei.row('Quiet').waitFor();
    await info.getByRole('list', { name: 'Members' }).getByText('Lei').waitFor();
    expect(await info.getByText('Asking to join').count()).toBe(0);
    await lei.page.goto('/r/dushuhui');
  });

  it('hear of a new name wherever it stands, without a reload', async () => {
    await hanna.page.goto('/settings/profile');
    await hanna.page.getByLabel('Display name').fill('汉娜');
    await hanna.page.getByRole('button', { name: /Save/u }).click();
    await lei.row('too much to read').waitFor();
    await lei.rows.filter({ hasText: '汉娜' }).first().waitFor();
  });

  it('are asked by the page for a socket of its own origin: D31, ws was hard-coded where https needs wss', async () => {
    const origin = 'https://chat.example';
    const context = await browser.newContext({ baseURL: origin });
    const asked: string[] = [];
    const connecting = new Promise<void>((done) => {
      void context.routeWebSocket(/./u, (socket) => {
        asked.push(socket.url());
        done();
      });
    });
    await context.route(`${origin}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const headers = { ...route.request().headers(), origin: program.address };
      await route.fulfill({ response: await route.fetch({ url: program.address + pathname + search, headers }) });
    });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByLabel('Email or username').fill(lei.username);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${origin}/`);
    await connecting;
    expect(asked[0]).toMatch(/^wss:\/\/chat\.example\/socket\.io\//u);
    // What the page still asks for is no fault when it goes.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  });

  it('never met an error in the page', () => {
    const troubles = [...hanna.troubles, ...lei.troubles];
    expect(troubles.filter((trouble) => !trouble.startsWith('WebSocket connection'))).toEqual([]);
  });
});

/** Waits until a row is on the screen, whole or in part. */
async function expectInSight(person: Person, text: string): Promise<void> {
  await person.row(text).waitFor();
  await person.page.waitForFunction((words) => {
    const row = [...document.querySelectorAll('article')].find((one) => one.textContent.includes(words));
    const { top = -1, bottom = -1 } = row?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= window.innerHeight;
  }, text);
}
