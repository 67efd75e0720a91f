// What one person at a browser waits for: npm run bench -- client
import { chromium } from 'playwright-core';
import { toolPath } from '../stages/tools.mjs';
import { furnish, PASSWORD, send } from './people.mjs';
import { forget, mark, seen, watch } from './in-page.mjs';
import { fill, scroll } from './long-room.mjs';

const VIEW = { width: 1440, height: 900 };
const TIMES = 5;
const MESSAGES = 60;
const LIVELY_MS = 10_000;
const EVERY_MS = 50;
const WORDS = 'Recall falls after checkpoint **seven**, `shard_order` again. 中文也有。';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

const median = (times) => Math.round([...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]);
/**
 * Measures a running program with a browser profile in `folder`: medians in milliseconds, and the longest tasks.
 * @param {(what: string, figure: string) => void} say prints a figure
 */
export async function measureClient(address, folder, say) {
  const timesOf = (what, times) => {
    say(what, `median ${median(times)} ms of ${times.map(Math.round).join(', ')}`);
    return median(times);
  };
  const longestOf = (what, tasks, more = '') => {
    const longest = Math.max(0, ...tasks);
    say(what, `${tasks.length} tasks over 50 ms${tasks.length > 0 ? `, the longest ${longest} ms` : ''}${more}`);
    return longest;
  };
  const { postId, sockets, rooms: all } = await furnish(address, 2, ['Bench', 'Next', 'Third', 'Long']);
  const [rooms, long] = [all.slice(0, -1), all.at(-1)];
  for (const room of rooms)
    for (let count = 0; count < MESSAGES; count += 1) await send(sockets[0], room.postId, WORDS);
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: toolPath('chromium'),
    args: FLAGS,
    viewport: VIEW,
  });
  try {
    await signIn(context, address);
    const path = `${address}/r/${rooms[0].slug}`;
    const coldMs = timesOf('Room, all files new (cold)', await repeat(() => cold(context, path)));
    await repeat(() => warm(context, path));
    const warmMs = timesOf(
      'Room, files and rows of the last visit there (warm)',
      await repeat(() => warm(context, path)),
    );
    const page = await open(context, path);
    const nextMs = timesOf('Another room, first time in a running client', await first(page, rooms.slice(1)));
    const againMs = timesOf('Back to a room just seen', await again(page, rooms));
    await page.goto(path);
    const typing = `Typing for ${LIVELY_MS / 1_000} s while 20 messages a second come`;
    const typingMs = longestOf(typing, await lively(page, sockets[1], postId));
    const { shift } = await page.evaluate(seen);
    say('Layout shift (CLS) meanwhile', shift.toFixed(4));
    await fill(sockets, long.postId);
    await page.goto(path);
    await page.waitForFunction(() => globalThis.bench.rows > 0);
    await page.waitForTimeout(3_500);
    const longMs = timesOf('Room of 100,000 messages, first time in a running client', [await enter(page, long)]);
    const { tasks, most } = await scroll(page);
    const scrollMs = longestOf('Scrolling it for 12 s', tasks, `, at most ${most} rows on the page`);
    return { coldMs, warmMs, nextMs, againMs, typingMs, shift, longMs, scrollMs, rows: most };
  } finally {
    await context.close();
    for (const socket of sockets) socket.close();
  }
}

async function repeat(measure) {
  const times = [];
  for (let count = 0; count < TIMES; count += 1) times.push(await measure());
  return times;
}

async function signIn(context, address) {
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('Email or username').fill('person0');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.close();
}

async function open(context, path) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(path);
  await page.waitForFunction(() => globalThis.bench.rows > 0);
  await page.waitForTimeout(3_500);
  return page;
}

/** From the address to the first rows, in milliseconds. */
async function warm(context, path) {
  const page = await open(context, path);
  const { rows } = await page.evaluate(seen);
  await page.close();
  return rows;
}

async function cold(context, path) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.goto(`${new URL(path).origin}/favicon.svg`);
  await page.evaluate(forget);
  await page.close();
  return warm(context, path);
}

/** From the click on a room's row to the rows of its chat. */
async function enter(page, { slug }) {
  await page.getByRole('link', { name: 'Rooms', exact: true }).click();
  const link = page.getByRole('list', { name: 'Rooms' }).locator(`a[href="/r/${slug}"]`);
  await link.waitFor();
  const time = await link.evaluate(mark);
  await page.waitForTimeout(500);
  return time;
}

async function first(page, rooms) {
  const times = [];
  for (const room of rooms) times.push(await enter(page, room));
  return times;
}

async function again(page, rooms) {
  const times = [];
  for (let count = 0; count < TIMES; count += 1) times.push(await enter(page, rooms[count % rooms.length]));
  return times;
}

async function lively(page, socket, postId) {
  const box = page.getByRole('textbox', { name: 'Message', exact: true });
  await box.waitFor();
  await page.waitForTimeout(2_000);
  await page.evaluate(() => (globalThis.bench.tasks.length = 0));
  const end = Date.now() + LIVELY_MS;
  const sending = (async () => {
    for (let sent = 0; Date.now() < end; sent += 1) {
      await send(socket, postId, `${WORDS} ${sent}`);
      await new Promise((done) => setTimeout(done, EVERY_MS));
    }
  })();
  while (Date.now() < end) await box.press('a', { delay: 60 });
  await sending;
  return (await page.evaluate(seen)).tasks;
}
