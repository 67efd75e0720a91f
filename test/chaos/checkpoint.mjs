import { markFaults, numberFaults } from './check-marks.mjs';
import { readerFaults } from './check-reader.mjs';
import { senderFaults } from './check-senders.mjs';
import { readFresh } from './fresh.mjs';
import { countJobs } from './jobs.mjs';
import { countLateChanges, countWaiting, readHeads, readMarks, readStored } from './stored.mjs';
import { until } from './waiting.mjs';

/** Jobs are tried again after 20 s and 40 s; whoever was refused comes back within ten. */
const QUIET_MS = 40_000;
/** Redis that is killed may forget a job that it has not written yet; a picture without one is asked for again within two minutes. */
const PICTURES_MS = 150_000;

/**
 * Waits until nothing is on its way, compares what everybody sent, heard and shows with the database, and lets go of the logs.
 * @returns {Promise<{ faults: string[], acknowledged: number, messages: number, seen: number }>}
 */
export async function checkpoint({ house, clients, meter, bases, say }) {
  const faults = await settle(house, clients, say);
  await Promise.all(clients.map((client) => client.sync()));
  const [heads, stored, marks] = [
    await readHeads(house.database),
    await readStored(house.database, bases),
    await readMarks(house.database),
  ];
  faults.push(...(await checkRows({ house, bases, heads, stored })));
  faults.push(...checkClients({ clients, meter, heads, stored }));
  const lastSeqs = new Map([...heads].map(([postId, { lastSeq }]) => [postId, lastSeq]));
  faults.push(...markFaults(clients.flatMap(shownMarks), marks, lastSeqs));
  faults.push(...(await readFresh({ house, clients, stored, bases, marks, lastSeqs })));
  const messages = [...stored.values()].reduce((sum, rows) => sum + rows.size, 0);
  const seen = clients.flatMap(({ readers }) => readers).reduce((sum, { postId }) => sum + stored.get(postId).size, 0);
  const sends = clients.flatMap((client) => [...client.sends.values()]);
  const acknowledged = sends.filter(({ ack }) => ack !== undefined).length;
  startAfresh({ clients, meter, bases, heads });
  return { faults, acknowledged, messages, seen };
}

/** Where every post stands becomes what is known to be right. */
export function startAfresh({ clients, meter, bases, heads }) {
  for (const [postId, { lastSeq, rev }] of heads) if (bases.has(postId)) bases.set(postId, { seq: lastSeq, rev });
  for (const client of clients) {
    for (const reader of client.readers) reader.startAfresh(bases.get(reader.postId).seq, bases.get(reader.postId).rev);
    client.forget();
  }
  meter.forget();
}

async function settle(house, clients, say) {
  const faults = [];
  const wait = async (what, ask, withinMs = QUIET_MS) => {
    say(`waiting for ${what}`);
    if (!(await until(ask, withinMs, 200))) faults.push(`not settled after ${withinMs / 1_000} s: ${what}`);
  };
  await wait('sends and changes', () => clients.every(({ isIdle }) => isIdle));
  faults.push(
    ...clients.filter(({ isIdle }) => !isIdle).map(({ person, business }) => `${person.username} ${business}`),
  );
  await wait('events', async () => (await countWaiting(house.database)).events === 0);
  await wait('pictures', async () => (await countWaiting(house.database)).pictures === 0, PICTURES_MS);
  await wait('jobs', async () => (await countJobs(house.redis.port)) === 0);
  await wait('readers', async () => {
    const heads = await readHeads(house.database);
    return clients.flatMap(({ readers }) => readers).every(({ postId, store }) => store.rev === heads.get(postId).rev);
  });
  return faults;
}

async function checkRows({ house, bases, heads, stored }) {
  const late = await countLateChanges(house.database, bases);
  const faults = late > 0 ? [`${late} messages changed that nobody touches any more`] : [];
  for (const [postId, base] of bases) faults.push(...numberFaults(postId, base, heads.get(postId), stored.get(postId)));
  return faults;
}

function checkClients({ clients, meter, heads, stored }) {
  const faults = clients.flatMap(({ person, readers }) =>
    readers.flatMap((reader) => {
      const { rev } = heads.get(reader.postId);
      meter.settle(reader, rev);
      const name = `${person.username} in ${reader.postId}`;
      return readerFaults(name, reader.base, reader.log, { rev, rows: stored.get(reader.postId) });
    }),
  );
  const senders = clients.map(({ person, sends, changes, refusals }) => ({
    ...{ name: person.username, userId: person.id, sends: [...sends.values()], changes, refusals },
  }));
  return [...faults, ...senderFaults(senders, stored)];
}

function shownMarks(client) {
  return client.readers.map(({ postId }) => ({ name: client.person.id, postId, ...client.markOf(postId) }));
}
