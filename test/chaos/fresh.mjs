import { faceOf } from './face.mjs';
import { ask } from './furnish.mjs';
import { markFaults } from './check-marks.mjs';
import { pause } from './waiting.mjs';

const PAGE = 200;
/** As many come at the same moment. */
const AT_ONCE = 20;
/** Where every core is busy a node answers the proxy's question too late, and is let in again when it has. */
const PATIENCE_MS = 40_000;

/** What somebody sees who comes now: every post once, page by page, and the lists of every person. @returns {Promise<string[]>} what is wrong */
export async function readFresh({ house, clients, stored, bases, marks, lastSeqs }) {
  const readers = new Map(clients.flatMap(({ person }) => person.postIds.map((postId) => [postId, person])));
  const faults = [];
  for (const [postId, person] of readers) {
    const items = await readPost(house.address, person, postId, bases.get(postId).seq);
    faults.push(...differences(postId, items, stored.get(postId)));
  }
  for (let first = 0; first < clients.length; first += AT_ONCE) {
    const coming = clients.slice(first, first + AT_ONCE);
    const lists = await Promise.all(coming.map(({ person }) => readLists(house.address, person)));
    faults.push(...markFaults(lists.flat(), marks, lastSeqs));
  }
  return faults;
}

async function readPost(address, person, postId, from) {
  const items = [];
  for (let after = from; ;) {
    const page = await askPatiently(address, person, `/api/posts/${postId}/messages?after=${after}&limit=${PAGE}`);
    items.push(...page.items);
    if (page.items.length < PAGE) return items;
    after = page.items.at(-1).seq;
  }
}

function differences(postId, items, rows) {
  const wrong = items.filter(({ seq, id, rev, ...rest }) => {
    const row = rows.get(seq);
    return row?.id !== id || row.rev !== rev || row.face !== faceOf(rest);
  });
  const faults = wrong.map(({ seq }) => `a fresh reader of ${postId} sees another #${seq}`);
  if (items.length !== rows.size)
    faults.push(`a fresh reader of ${postId} sees ${items.length} messages of ${rows.size}`);
  return faults;
}

async function readLists(address, person) {
  const { posts } = await askPatiently(address, person, '/api/sync');
  return posts.map(({ id, readSeq, unread }) => ({ name: person.id, postId: id, readSeq, unread }));
}

async function askPatiently(address, person, path) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await ask(address, person, 'GET', path);
    } catch (error) {
      if (!error.message.includes('answered 503') || Date.now() > end) throw error;
      await pause(500);
    }
  }
}
