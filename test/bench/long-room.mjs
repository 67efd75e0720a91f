// A room of 100,000 messages, as one person at a browser opens and scrolls it.
import { countRows, seen } from './in-page.mjs';
import { send } from './people.mjs';

const MESSAGES = 100_000;
const IN_FLIGHT = 100;
const TURN_MS = 4_000;
const EVERY_MS = 30;
const TEXTS = [
  'Recall falls after checkpoint **seven**, `shard_order` again. 中文也有。',
  'ok',
  'Looks good to me, let us try that tomorrow morning before the others are there.',
  'A longer one, which takes some lines. '.repeat(12),
  '- one\n- two\n- three',
  'See https://example.org/a/b?c=d for the numbers',
  '```js\nconst a = 1;\nconst b = 2;\n```',
  '第一次跑出来的结果不太稳定，我再试一次。',
];

/** Fills a post: everybody says some things at a time. */
export async function fill(sockets, postId) {
  let count = 0;
  const lane = async () => {
    while (count < MESSAGES) {
      const socket = sockets[Math.floor(count / 5) % sockets.length];
      count += 1;
      await send(socket, postId, `${TEXTS[count % TEXTS.length]} ${count}`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
}

/** Turns the wheel in the room that is open: up as a hand does, far up, and down again. */
export async function scroll(page) {
  await page.getByRole('log').hover();
  await page.waitForTimeout(2_000);
  await page.evaluate(countRows);
  for (const pixels of [-120, -1_200, 600]) {
    const end = Date.now() + TURN_MS;
    while (Date.now() < end) {
      await page.mouse.wheel(0, pixels);
      await page.waitForTimeout(EVERY_MS);
    }
  }
  return page.evaluate(seen);
}
