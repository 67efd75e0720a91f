// The console's list of people as an admin at a browser uses it.
import { chromium } from 'playwright-core';
import { toolPath } from '../stages/tools.mjs';
import { countRows, seen, watch } from './in-page.mjs';
import { PASSWORD } from './people.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const VIEW = { width: 1440, height: 900 };
const ROWS = '[role=table] [role=row]';
const TRACED = ['toplevel', 'devtools.timeline', 'blink.user_timing'];
const EVERY_MS = 30;
const WHEEL = 1_200;
const SETTLE_MS = 700;
const PATIENCE_MS = 300_000;

/**
 * Scrolls, chooses all, sorts, filters and searches in a running program.
 * @returns the longest task over 50 ms by the clock, the longest by the processor's own time, both in milliseconds, and how
 * many rows were on the page at most
 */
export async function measureConsole(address, { count, say }) {
  const browser = await chromium.launch({ executablePath: toolPath('chromium'), args: FLAGS });
  try {
    const page = await open(browser, address);
    const all = { longestMs: 0, longestCpuMs: 0, rows: 0 };
    for (const [what, act] of Object.entries(STEPS)) {
      const { tasks, most, cpuMs } = await measure(browser, page, () => act(page, count));
      const byClock = tasks.length > 0 ? `, by the clock ${Math.max(...tasks)} ms` : '';
      say(`${what}, ${count} people`, `longest task ${cpuMs} ms of the processor${byClock}, at most ${most} rows`);
      all.longestMs = Math.max(all.longestMs, ...tasks);
      all.longestCpuMs = Math.max(all.longestCpuMs, cpuMs);
      all.rows = Math.max(all.rows, most);
    }
    return all;
  } finally {
    await browser.close();
  }
}

async function measure(browser, page, act) {
  await browser.startTracing(page, { categories: TRACED });
  // What begins the tracing is a task too.
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(countRows, ROWS);
  await page.evaluate(() => void performance.mark('begun'));
  await act();
  await page.waitForTimeout(SETTLE_MS);
  const { tasks, most } = await page.evaluate(seen);
  return { tasks, most, cpuMs: longestOf(await browser.stopTracing()) };
}

/** The longest task of the page's main thread after it has marked a beginning, in milliseconds of the processor. */
function longestOf(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const begun = traceEvents.find(({ name }) => name === 'begun');
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts }) => name.endsWith('RunTask') && pid === begun.pid && tid === begun.tid && ts > begun.ts,
  );
  return Math.round(Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000);
}

async function open(browser, address) {
  const page = await browser.newPage({ viewport: VIEW });
  await page.addInitScript(watch, ROWS);
  await page.goto(`${address}/sign-in?to=/admin/audit`);
  await page.getByLabel('Email or username').fill('the-owner');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Audit log' }).waitFor();
  await page.waitForTimeout(3_000);
  return page;
}

const rowsOf = (page) => page.getByRole('table', { name: 'People' }).getByRole('row');
const all = (page) => page.getByRole('checkbox', { name: 'Choose all that are shown' });

async function turn(page, isOver) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end && !(await isOver())) {
    await page.mouse.wheel(0, WHEEL);
    await page.waitForTimeout(EVERY_MS);
  }
}

async function firstRows(page, act) {
  const answered = page.waitForResponse((response) => response.url().includes('/api/admin/users?'));
  await act();
  await answered;
}

/** What one does, in this order. */
const STEPS = {
  'Opens the list': async (page) => {
    await page.getByRole('link', { name: 'People' }).click();
    await rowsOf(page).nth(5).waitFor();
  },
  'Scrolls to its end': async (page, count) => {
    await page.mouse.move(VIEW.width / 2, VIEW.height / 2);
    const last = page.locator(`[role=row][aria-rowindex="${count + 2}"]`);
    await turn(page, async () => (await last.count()) > 0);
    await last.waitFor();
  },
  'Chooses all of them': (page) => all(page).check(),
  'Opens a menu of the bulk bar': async (page) => {
    await page.getByRole('button', { name: 'Change role' }).click();
    await page.keyboard.press('Escape');
  },
  'Lets go of them': (page) => all(page).uncheck(),
  'Sorts by when they were seen': (page) =>
    firstRows(page, () => page.getByRole('columnheader').getByRole('button', { name: 'Last seen' }).click()),
  'Sorts the other way': (page) =>
    firstRows(page, () => page.getByRole('columnheader').getByRole('button', { name: 'Last seen' }).click()),
  'Shows the deactivated': (page) => firstRows(page, () => page.getByRole('option', { name: /^Deactivated/ }).click()),
  'Shows all again': (page) => firstRows(page, () => page.getByRole('option', { name: /^All/ }).click()),
  'Searches, letter by letter': (page) =>
    firstRows(page, () => page.getByRole('searchbox').pressSequentially('wang', { delay: 120 })),
};
