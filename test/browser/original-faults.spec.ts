import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectSoon } from '../kit/eventually.js';
import { DESKTOP, openHouse, PHONE } from '../kit/house.js';
import type { Person } from '../kit/person.js';
import { boxOf } from '../kit/still.js';

const ROOM = '/r/dushuhui';
const TOPIC = `${ROOM}/p/lunwen`;
const PAGES = ['/', '/rooms', ROOM, TOPIC, '/u/person1', '/settings/profile', '/settings/account', '/admin/people'];
const LONG_WORD = 'Donaudampfschifffahrtsgesellschaft';

/** What a screen reader would find there and could not call by a name. */
async function namelessOf(page: Page): Promise<string[]> {
  const outline = await page.locator('body').ariaSnapshot();
  return outline
    .split('\n')
    .filter((line) => /^\s*- (?:button|link|textbox|searchbox|checkbox|radio|img)\b(?! ")/u.test(line));
}

describe('what the original’s pages did', () => {
  let hanna: Person;
  let lei: Person;

  openHouse(async (house) => {
    hanna = await house.welcome('Hanna Lindqvist');
    lei = await house.welcome('王磊');
    const { slug } = await hanna.account.createRoom({ name: '读书会' });
    await lei.account.join(slug);
    await hanna.account.createPost(slug, { title: '论文', about: 'What we read. '.repeat(60), tags: ['reading'] });
    await hanna.enter(ROOM);
    await hanna.share([{ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.alloc(1_536, 'x') }], 'with notes');
    await hanna.row('with notes').getByRole('link', { name: 'Download notes.txt' }).waitFor();
  });

  it('D37: whatever can be pressed or filled in has a name, and so has every picture that says something', async () => {
    for (const path of PAGES) {
      await hanna.visit(path);
      expect({ path, nameless: await namelessOf(hanna.page) }).toEqual({ path, nameless: [] });
    }
    await hanna.page.evaluate(() => {
      const picture = document.createElement('img');
      picture.src = 'favicon.svg';
      document.querySelector('main')?.prepend(document.createElement('button'), picture);
    });
    expect(await namelessOf(hanna.page)).toHaveLength(2);
  });

  it('D37: a conversation is a log, and what others write there is spoken', async () => {
    await hanna.enter(ROOM);
    await hanna.page.getByRole('log', { name: 'Messages' }).waitFor();
    const { chatPost } = await roomOf(lei);
    // What came while the page was opened is not spoken.
    for (const text of ['开始吧', '读完第三章了']) {
      await lei.account.send(chatPost.id, text);
      await hanna.row(text).waitFor();
    }
    const voice = hanna.page.locator('.cdk-live-announcer-element[aria-live=polite]');
    await voice.getByText('读完第三章了').waitFor();
    await voice.getByText('王磊').waitFor();
  });

  it('D37: no heading holds anything but its words', async () => {
    for (const path of PAGES) {
      await hanna.visit(path);
      const headings = hanna.page.locator('h1, h2, h3, h4');
      expect([path, await headings.first().count()]).toEqual([path, 1]);
      expect([path, await headings.locator('p, div, ul, form, article, section, h1, h2, h3').count()]).toEqual([
        path,
        0,
      ]);
    }
  });

  it('D37: messages have the width of the page, and a word is not broken where it fits', async () => {
    await hanna.enter(ROOM);
    await hanna.say(`${'so '.repeat(120)}${LONG_WORD} ${'and on '.repeat(60)}`);
    const words = hanna.row(LONG_WORD).locator('app-message-body');
    await words.waitFor();
    for (const size of [DESKTOP, PHONE]) {
      await hanna.page.setViewportSize(size);
      const [text, log] = [await boxOf(words), await boxOf(hanna.page.getByRole('log'))];
      expect(text.width).toBeGreaterThan(Math.min(500, log.width * 0.7));
      expect(await words.evaluate(linesOfWord, LONG_WORD)).toBe(1);
    }
  });

  it('S19: a file says how large it is', async () => {
    await hanna.enter(ROOM);
    await hanna.row('with notes').getByText('1.5 KB').waitFor();
  });

  it('S46: the head of a topic goes into the header while one reads on', async () => {
    const post = await hanna.account.get<{ id: string }>(`/api/rooms/dushuhui/posts/lunwen`);
    for (let count = 0; count < 30; count += 1) await lei.account.send(post.body.id, `Page ${count}`);
    await hanna.enter(TOPIC);
    const log = hanna.page.getByRole('log', { name: 'Messages' });
    const inHeader = hanna.page.locator('app-post-header').getByRole('heading', { name: '论文' });
    await log.evaluate((stream) => stream.scrollTo(0, 0));
    await log.getByText('What we read.').first().waitFor();
    await expectSoon(() => inHeader.count(), 0);
    await log.evaluate((stream) => stream.scrollTo(0, stream.scrollHeight));
    await inHeader.waitFor();
  });
});

async function roomOf({ account }: Person): Promise<{ chatPost: { id: string } }> {
  return (await account.get<{ chatPost: { id: string } }>('/api/rooms/dushuhui')).body;
}

/** Runs in the page: on how many lines a word stands. */
function linesOfWord(element: Element, word: string): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const start = (node.textContent ?? '').indexOf(word);
    if (start === -1) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + word.length);
    return range.getClientRects().length;
  }
  return 0;
}
