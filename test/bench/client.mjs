// What one person at a browser waits for: npm run bench -- client
import { chromium } from 'playwright-core';
import { toolPath } from '../stages/tools.mjs';
import { furnish, PASSWORD, send } from './people.mjs';
import { forget, mark, seen, watch } from './in-page.mjs';
import { fill, scroll } from './long-room.mjs';

const VIEW = { width: 1440, height: 900 };
const MESSAGES = 60;
/** How often each visit is made, and how long one types. */
const WHOLE = { times: 5, livelyMs: 10_000 };
const QUICK = { times: 1, livelyMs: 4_000 };
/** What is on the page is kept on the device by then. */
const KEPT_AFTER_MS = 3_500;
const EVERY_MS = 50;
const WORDS = 'Recall falls after checkpoint **seven**, `shard_order` again. 中文也有。';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

const median = (times) => Math.round([...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]);

/** Says figures, and gives the one that counts. */
class Teller {
  constructor(say) {
    this.say = say;
  }

  /** @returns the median, in milliseconds */
  times(what, times) {
    this.say(what, `median ${median(times)} ms of ${times.map(Math.round).join(', ')}`);
    return median(times);
  }

  /** @returns the longest of tasks that are longer than they may be, in milliseconds */
  longest(what, tasks, more = '') {
    const longest = Math.max(0, ...tasks);
    this.say(what, `${tasks.length} tasks over 50 ms${tasks.length > 0 ? `, the longest ${longest} ms` : ''}${more}`);
    return longest;
  }
}

/**
 * Measures a running program with a browser profile in `folder`: medians in milliseconds, and the longest tasks.
 * @param {{ isQuick: boolean, say: (what: string, figure: string) => void }} how quick: fewer times, and no long room
 */
export async function measureClient(address, folder, { isQuick, say }) {
  const { postId, sockets, rooms } = await furnish(address, 2, ['Bench', 'Next', 'Third', 'Long']);
  const long = rooms.pop();
  for (const room of rooms)
    for (let count = 0; count < MESSAGES; count += 1) await send(sockets[0], room.postId, WORDS);
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: toolPath('chromium'),
    args: FLAGS,
    viewport: VIEW,
  });
  try {
    await signIn(context, address);
    const scene = { context, path: `${address}/r/${rooms[0].slug}`, rooms, long, sockets, postId };
    const { page, ...usual } = await measureUsual(scene, isQuick ? QUICK : WHOLE, new Teller(say));
    return isQuick ? usual : { ...usual, ...(await measureLongRoom(scene, page, new Teller(say))) };
  } finally {
    await context.close();
    for (const socket of sockets) socket.close();
  }
}

async function measureUsual({ context, path, rooms, sockets, postId }, { times, livelyMs }, tell) {
  const coldMs = tell.times('Room, all files new (cold)', await repeat(times, () => cold(context, path)));
  await repeat(times, () => warm(context, path));
  const visits = await repeat(times, () => warm(context, path));
  const warmMs = tell.times('Room, files and rows of the last visit there (warm)', visits);
  const page = await open(context, path);
  const nextMs = tell.times('Another room, first time in a running client', await first(page, rooms.slice(1)));
  const againMs = tell.times('Back to a room just seen', await again(page, rooms, times));
  await page.goto(path);
  const tasks = await lively(page, { socket: sockets[1], postId, livelyMs });
  const typingMs = tell.longest(`Typing for ${livelyMs / 1_000} s while 20 messages a second come`, tasks);
  const { shift } = await page.evaluate(seen);
  tell.say('Layout shift (CLS) meanwhile', shift.toFixed(4));
  return { page, coldMs, warmMs, nextMs, againMs, typingMs, shift };
}

async function measureLongRoom({ path, long, sockets }, page, tell) {
  await fill(sockets, long.postId);
  await page.goto(path);
  await page.waitForFunction(() => globalThis.bench.rows > 0);
  await page.waitForTimeout(KEPT_AFTER_MS);
  const way = 'Room of 100,000 messages, first time in a running client';
  const longMs = tell.times(way, [await enter(page, long)]);
  const { tasks, most } = await scroll(page);
  const scrollMs = tell.longest('Scrolling it for 12 s', tasks, `, at most ${most} rows on the page`);
  return { longMs, scrollMs, rows: most };
}

async function repeat(times, measure) {
  const taken = [];
  for (let count = 0; count < times; count += 1) taken.push(await measure());
  return taken;
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
  await page.waitForTimeout(KEPT_AFTER_MS);
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

async function again(page, rooms, times) {
  const taken = [];
  for (let count = 0; count < times; count += 1) taken.push(await enter(page, rooms[count % rooms.length]));
  return taken;
}

async function lively(page, { socket, postId, livelyMs }) {
  const box = page.getByRole('textbox', { name: 'Message', exact: true });
  await box.waitFor();
  await page.waitForTimeout(2_000);
  await page.evaluate(() => (globalThis.bench.tasks.length = 0));
  const end = Date.now() + livelyMs;
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
