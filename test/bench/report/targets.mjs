// What must be reached, what is aimed at, and where a run says what was reached. Limits are of the project's own figures of its peers.
import { faultsOf, holds, round } from '../load/figures.mjs';

const atMost = (limit) => (value) => value <= limit;
const atLeast = (limit) => (value) => value >= limit;

const COMPARED = '200 readers, 300 a second';
const STORM = 3_000;

/** @param {object} figures of a run */
const compared = (figures) => figures['fan-out']?.fixed[COMPARED];

/**
 * Each: `read` gives the figure of a run, undefined when the run has none; `isMet` is the must, `isAimed` the aim.
 * @type {{ what: string, must: string, aim: string, unit: string, read(figures: object): number | undefined, isMet(value: number): boolean, isAimed(value: number): boolean }[]}
 */
export const TARGETS = [
  {
    what: `CPU per 1,000 deliveries beside bare Socket.IO, ${COMPARED}`,
    ...{ must: '≤ 1.0 ×', aim: '≤ 0.5 ×', unit: '×', isMet: atMost(1), isAimed: atMost(0.5) },
    read: (figures) => ratioOf(compared(figures)),
  },
  {
    what: 'Highest rate with p99 < 200 ms, 200 readers, deliveries a second',
    ...{ must: '≥ 60,000', aim: '≥ 120,000', unit: '', isMet: atLeast(60_000), isAimed: atLeast(120_000) },
    read: (figures) => figures['fan-out']?.highest[200]?.roomers.deliveriesPerSecond,
  },
  {
    what: 'One quiet message, 50 readers: send to last reader, p50',
    ...{ must: '≤ 8 ms', aim: '≤ 4 ms', unit: 'ms', isMet: atMost(8), isAimed: atMost(4) },
    read: ({ quiet }) => quiet?.p50,
  },
  {
    what: 'The same, p99',
    ...{ must: '≤ 40 ms', aim: '≤ 20 ms', unit: 'ms', isMet: atMost(40), isAimed: atMost(20) },
    read: ({ quiet }) => quiet?.p99,
  },
  {
    what: 'Sends acknowledged a second, 50 senders with 20 in flight, one post',
    ...{ must: '≥ 3,000', aim: '≥ 8,000', unit: '', isMet: atLeast(3_000), isAimed: atLeast(8_000) },
    read: (figures) => figures.acknowledgements?.['1 posts'],
  },
  {
    what: 'The same, 50 posts',
    ...{ must: '≥ 5,000', aim: '≥ 8,000', unit: '', isMet: atLeast(5_000), isAimed: atLeast(8_000) },
    read: (figures) => figures.acknowledgements?.['50 posts'],
  },
  {
    what: 'History page of 50 in 1,000,000 messages, p50',
    ...{ must: '≤ 8 ms', aim: '≤ 3 ms', unit: 'ms', isMet: atMost(8), isAimed: atMost(3) },
    read: ({ history }) => history?.[1_000_000]?.p50,
  },
  {
    what: 'The same beside 1,000 messages',
    ...{ must: '≤ 1.3 ×', aim: '1.0 ×', unit: '×', isMet: atMost(1.3), isAimed: atMost(1.05) },
    read: ({ history }) => (history?.[1_000_000] === undefined ? undefined : history.ratio),
  },
  {
    what: 'Memory of an idle socket, member of 20 rooms, beside bare Socket.IO (2,000 sockets)',
    ...{ must: '≤ 1.5 ×', aim: '≤ 1.1 ×', unit: '×', isMet: atMost(1.5), isAimed: atMost(1.1) },
    read: ({ sockets }) => sockets?.[2_000]?.ratio,
  },
  {
    what: '3,000 clients come back at once after a kill: all whole',
    ...{ must: '≤ 30 s', aim: '≤ 10 s', unit: 's', isMet: atMost(30), isAimed: atMost(10) },
    read: ({ storms }) => storms?.[STORM] && round(storms[STORM].backMs / 1_000),
  },
  {
    what: 'Of these lost, twice, out of order',
    ...{ must: '0', aim: '0', unit: '', isMet: atMost(0), isAimed: atMost(0) },
    read: ({ storms }) => storms?.[STORM] && faultsOf(storms[STORM]),
  },
  {
    what: 'Whole product idle (app and database), PSS',
    ...{ must: '≤ 350 MB', aim: '≤ 250 MB', unit: 'MB', isMet: atMost(350), isAimed: atMost(250) },
    read: (figures) => figures.start?.memoryMb,
  },
  {
    what: 'Warm `npm start` to ready',
    ...{ must: '≤ 4 s', aim: '≤ 2 s', unit: 's', isMet: atMost(4), isAimed: atMost(2) },
    read: (figures) => figures.start && round(figures.start.npmMs / 1_000),
  },
  inBrowser('scriptKb', 'JavaScript of the first page, compressed', 'kB', 220, 190),
  inBrowser('coldMs', 'A room, all files new, to its first row', 'ms', 1_000),
  inBrowser('warmMs', 'The same, files and rows of the last visit there', 'ms', 300),
  inBrowser('againMs', 'Back to a room just seen', 'ms', 100),
  inBrowser('typingMs', 'Longest task over 50 ms, typing while 20 messages a second come', 'ms', 50),
  inBrowser('longMs', 'A room of 100,000 messages, to its rows', 'ms', 150),
  inBrowser('scrollMs', 'Longest task over 50 ms, scrolling it', 'ms', 50),
  inBrowser('rows', 'Rows on the page meanwhile, at most', '', 150),
  ...['rooms', 'people', 'people, by admins'].map((list) =>
    atMostOf(`Part of a name among 5,000 ${list}, p95`, 'ms', 50, ({ search }) => search?.[list]?.p95),
  ),
  atMostOf('A page of 100 of 10,000 people, by admins, p95', 'ms', 100, ({ people }) => people?.p95),
  atMostOf("Longest task in their list, of the processor's time", 'ms', 50, ({ people }) => people?.longestCpuMs),
];

/** A figure of the client that must not be higher than a limit. */
function inBrowser(name, what, unit, must, aim = must) {
  return atMostOf(what, unit, must, ({ client }) => client?.[name], aim);
}

function atMostOf(what, unit, must, read, aim = must) {
  const textOf = (limit) => `≤ ${limit.toLocaleString('en')} ${unit}`.trim();
  return { what, unit, must: textOf(must), aim: textOf(aim), isMet: atMost(must), isAimed: atMost(aim), read };
}

/** Counted only when it was not bought with latency or with messages. */
function ratioOf(servers) {
  if (servers === undefined) return undefined;
  const { roomers, bare } = servers;
  return roomers.p50 <= 30 && holds(roomers) ? round(roomers.cpu / bare.cpu, 2) : Infinity;
}

/** CPU per 1,000 deliveries of the servers that are compared with, as it was measured where the limits come from. */
const REFERENCE = { bare: [8, 12], insert: [10, 12] };
const TOLERANCE = 0.25;

/** Whether the servers that are compared with behave here as where the limits come from. @param {object} figures of a run @returns {string} */
export function validityOf(figures) {
  const servers = compared(figures);
  if (servers === undefined) return 'NOT COMPARED: only fan-out starts the servers to compare with';
  const strange = strangers(servers);
  return strange.length === 0 ? 'VALID' : `INVALID: ${strange.join('; ')}`;
}

/** Servers whose figures are not what they are elsewhere: then this machine says nothing about the limits. */
function strangers(servers) {
  return Object.entries(REFERENCE).flatMap(([name, [least, most]]) => {
    const { cpu } = servers[name];
    const isKnown = cpu >= least * (1 - TOLERANCE) && cpu <= most * (1 + TOLERANCE);
    return isKnown ? [] : [`${name} took ${cpu} CPU ms per 1,000 deliveries, ${least} to ${most} are known`];
  });
}
