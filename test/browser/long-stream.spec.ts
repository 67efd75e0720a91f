import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { expectSoon } from '../kit/eventually.js';
import { DESKTOP, openHouse } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { boxOf, still } from '../kit/still.js';

const ROOM = '/r/dushuhui';
const MESSAGES = 2_600;
const BLOCK = 20;
const MOST_ROWS = 150;
const LONGER = ['', ' and more. '.repeat(30), '\n\n- one\n- two\n- three', '\n\n```js\nlet a;\n```', ''];

/** Two people talk for long: each says some things at a time. */
async function talk(people: readonly ChatUser[], postId: string): Promise<void> {
  const clients = await Promise.all(people.map((person) => person.connect()));
  for (let first = 1; first <= MESSAGES; first += BLOCK) {
    const client = clients[Math.floor(first / BLOCK) % clients.length] as ChatClient;
    const texts = Array.from({ length: BLOCK }, (_, index) => `said ${first + index}${LONGER[index % 5] ?? ''}`);
    await Promise.all(
      texts.map((text) => client.done('message:send', { postId, clientId: randomUUID(), text: text.trim() })),
    );
  }
}

interface Watched {
  /** How far the rows on screen have moved, in pixels. */
  moved: number;
  /** Frames in which some rows moved more than others. */
  uneven: number;
  /** Frames in which rows went the other way. */
  back: number;
  /** Rows on the page, at most. */
  most: number;
}

/** Watches in every frame where the rows on screen are. @param direction of their movement, 1 or -1 */
async function watch(page: Page, direction: 1 | -1): Promise<void> {
  await page.evaluate((sign) => {
    const watched = { moved: 0, uneven: 0, back: 0, most: 0 };
    let before = new Map<string, number>();
    const log = document.querySelector('[role=log]') as HTMLElement;
    const frame = () => {
      const rows = [...log.querySelectorAll<HTMLElement>('article[data-seq]')];
      const tops = rows.map((row) => [row.dataset['seq'] ?? '', row.getBoundingClientRect().top] as const);
      const now = new Map(tops.filter(([, top]) => top > 0 && top < innerHeight));
      const steps = [...now].flatMap(([seq, top]) => top - (before.get(seq) ?? NaN) || []).filter(Number.isFinite);
      if (steps.length > 0) {
        watched.moved += steps[0] ?? 0;
        if (Math.max(...steps) - Math.min(...steps) > 1) watched.uneven += 1;
        if ((steps[0] ?? 0) * sign < -1) watched.back += 1;
      }
      watched.most = Math.max(watched.most, rows.length);
      before = now;
      requestAnimationFrame(frame);
    };
    (globalThis as { watched?: Watched }).watched = watched;
    requestAnimationFrame(frame);
  }, direction);
}

const watchedIn = (page: Page) => page.evaluate(() => (globalThis as { watched?: Watched }).watched as Watched);

describe('a stream of thousands of messages', () => {
  let hanna: Person;
  let lei: Person;
  let chatId: string;

  openHouse(async (house) => {
    hanna = await house.welcome('Hanna Lindqvist');
    lei = await house.welcome('王磊');
    const { slug, chatPost } = await hanna.account.createRoom({ name: '读书会' });
    chatId = chatPost.id;
    await lei.account.join(slug);
    await talk([hanna.account, lei.account], chatPost.id);
  });

  const message = (number: number) => lei.page.locator(`article[data-seq="${number + 1}"]`);
  const rowsOnPage = () => lei.page.locator('[role=log] article').count();
  const isAtNewest = () => message(MESSAGES).waitFor();
  const seqOfFocus = () => lei.page.evaluate(() => document.activeElement?.closest('article')?.dataset['seq']);

  async function enterAtNewest(): Promise<void> {
    await lei.enter(ROOM);
    await isAtNewest();
    await still(lei.page);
  }

  /** Turns the wheel, `steps` times, as fast as a person. */
  async function turn(pixels: number, steps: number): Promise<void> {
    await lei.page.getByRole('log').hover();
    for (let step = 0; step < steps; step += 1) {
      await lei.page.mouse.wheel(0, pixels);
      await lei.page.waitForTimeout(40);
    }
    await still(lei.page);
  }

  it('has few rows on the page, and scrolls by what the wheel says, through page after page', async () => {
    await enterAtNewest();
    await watch(lei.page, 1);
    await turn(-400, 60);
    const { moved, ...others } = await watchedIn(lei.page);
    expect(others).toEqual({ uneven: 0, back: 0, most: expect.any(Number) });
    expect(Math.abs(moved - 24_000)).toBeLessThan(2);
    expect(others.most).toBeLessThanOrEqual(MOST_ROWS);
    await turn(-8_000, 10);
    expect(await rowsOnPage()).toBeLessThanOrEqual(MOST_ROWS);
  });

  it('goes to any message and back', async () => {
    await lei.page.goto(`${ROOM}/1301`);
    await lei.page.locator('article.target:focus').filter({ hasText: 'said 1300' }).waitFor();
    const [row, log] = [await boxOf(message(1_300)), await boxOf(lei.page.getByRole('log'))];
    expect(Math.abs(row.y + row.height / 2 - log.y - log.height / 2)).toBeLessThan(20);
    await turn(-500, 10);
    await turn(500, 30);
    expect(await rowsOnPage()).toBeLessThanOrEqual(MOST_ROWS);
    await lei.page.getByRole('button', { name: /^Jump to newest/u }).click();
    await isAtNewest();
    await expectSoon(seqOfFocus, String(MESSAGES + 1));
  });

  it('keeps the focus on a row that one has scrolled away from, and goes on from there', async () => {
    await enterAtNewest();
    await message(2_590).focus();
    await turn(-2_000, 10);
    expect(await seqOfFocus()).toBe('2591');
    expect(await rowsOnPage()).toBeLessThanOrEqual(MOST_ROWS);
    await lei.page.keyboard.press('k');
    await expectSoon(seqOfFocus, '2590');
    const [row, log] = [await boxOf(message(2_589)), await boxOf(lei.page.getByRole('log'))];
    expect(row.y).toBeGreaterThanOrEqual(log.y);
    expect(row.y + row.height).toBeLessThanOrEqual(log.y + log.height);
  });

  it('has the focus on screen when the row that had it was let go of', async () => {
    await enterAtNewest();
    await message(2_590).focus();
    // Nothing moves the stream any more once the row is gone: what has the focus then has to be on screen.
    const goUpWhileThere = () =>
      lei.page.evaluate((row) => {
        const isThere = document.querySelector(row) !== null;
        if (isThere) document.querySelector('[role=log]')?.scrollTo({ top: 0 });
        return isThere;
      }, 'article[data-seq="2591"]');
    for (let step = 0; step < 200 && (await goUpWhileThere()); step += 1) await lei.page.waitForTimeout(50);
    await message(2_590).waitFor({ state: 'detached' });
    const rowOfFocus = lei.page.locator('article:focus');
    await rowOfFocus.waitFor();
    await still(lei.page);
    expect((await boxOf(rowOfFocus)).y).toBeLessThan(DESKTOP.height);
    await lei.page.keyboard.press('End');
    await isAtNewest();
    await expectSoon(seqOfFocus, String(MESSAGES + 1));
  });

  it('keeps a message that is edited on the page, with its words, and leaves the focus to whoever took it', async () => {
    await enterAtNewest();
    await message(MESSAGES).hover();
    await message(MESSAGES).getByRole('button', { name: 'Edit' }).click();
    const box = lei.page.getByRole('textbox', { name: 'Edited text' });
    await box.fill('half a thought');
    await turn(-3_000, 10);
    expect(await box.inputValue()).toBe('half a thought');
    await lei.composer.focus();
    await turn(-2_000, 10);
    await turn(3_000, 40);
    expect(await box.inputValue()).toBe('half a thought');
    await lei.composer.press('x');
    expect(await lei.composer.inputValue()).toBe('x');
    await lei.composer.fill('');
    await box.press('Escape');
    await expectSoon(seqOfFocus, String(MESSAGES + 1));
  });

  it('says at its top which day it is, however far the day began', async () => {
    await enterAtNewest();
    await turn(-1_500, 4);
    const day = lei.page.getByRole('log').getByRole('separator', { name: /^Today/u });
    const [at, log] = [await boxOf(day.last()), await boxOf(lei.page.getByRole('log'))];
    expect(Math.round(at.y - log.y)).toBe(0);
  });

  it('stays where it is while others write', async () => {
    await enterAtNewest();
    await turn(-1_500, 4);
    await watch(lei.page, 1);
    for (let count = 0; count < 30; count += 1) await hanna.account.send(chatId, `meanwhile ${count}`);
    await lei.page.getByRole('button', { name: 'Jump to newest, 30 new messages' }).waitFor();
    const { moved, uneven, most } = await watchedIn(lei.page);
    expect({ moved: Math.round(moved), uneven }).toEqual({ moved: 0, uneven: 0 });
    expect(most).toBeLessThanOrEqual(MOST_ROWS);
  });
});
