import { percentile, round, spread } from '../load/figures.mjs';
import { House } from '../servers/house.mjs';

const PAGE = 50;
const SMALL = 1_000;

/** A page of 50 from anywhere in a post, whatever its length. */
export async function history({ program, dataDir, isQuick, say }) {
  const house = await House.open(program, dataDir);
  const lengths = isQuick ? [SMALL, 20_000] : [SMALL, 100_000, 1_000_000];
  const [{ token }] = await house.people(1);
  const rooms = await house.rooms(lengths.length, await house.people(1));
  for (const [index, length] of lengths.entries()) await house.fill(rooms[index].postId, length);
  const times = lengths.map(() => []);
  // In turn, so that what else the machine does falls on all of them; the first rounds fill caches.
  for (let count = -20; count < (isQuick ? 60 : 300); count += 1) {
    for (const [index, length] of lengths.entries()) {
      const before = PAGE + 2 + Math.floor(((count + 20) * 0.618_034 * length) % (length - PAGE - 2));
      const time = await pageTime(house.http, rooms[index].postId, before, token);
      if (count >= 0) times[index].push(time);
    }
  }
  await house.close();
  const result = Object.fromEntries(lengths.map((length, index) => [length, spread(times[index])]));
  const middle = (all) =>
    percentile(
      [...all].sort((one, other) => one - other),
      0.5,
    );
  result.ratio = round(middle(times.at(-1)) / middle(times[0]), 2);
  for (const length of lengths)
    say(
      `A page of ${PAGE}, ${length} messages in the post`,
      `p50 ${result[length].p50} ms, p99 ${result[length].p99} ms`,
    );
  return result;
}

async function pageTime(http, postId, before, token) {
  const begun = performance.now();
  const { items } = await http.get(`/api/posts/${postId}/messages?before=${before}&limit=${PAGE}`, token);
  const time = performance.now() - begun;
  if (items.length !== PAGE || items.at(-1).seq !== before - 1) throw new Error(`No page before #${before}`);
  return time;
}
