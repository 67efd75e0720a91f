import type { Message, PostHead } from '#contracts/message.dto.js';
import type { MessagesFrame } from '#contracts/socket-events.js';
import type { OpenedAck } from '#contracts/socket.dto.js';

/** A gapless stretch of a post's messages with everything that changed in it up to `rev`. */
export interface MessageLog {
  /** Number of the last change taken; null before the post was opened. */
  readonly rev: number | null;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Ascending by `seq`, without a hole. */
  readonly items: readonly Message[];
  /** Frames that came before the opening, or whose predecessor is missing. */
  readonly held: readonly MessagesFrame[];
}

export const EMPTY_LOG: MessageLog = { rev: null, firstSeq: 1, lastSeq: 0, items: [], held: [] };

/** True while a frame waits for changes that only `post:open` can bring. */
export function hasGap(log: MessageLog): boolean {
  return log.rev !== null && log.held.length > 0;
}

/** True when the stretch reaches the newest message. */
export function reachesEnd(log: MessageLog): boolean {
  const last = log.items.at(-1);
  return last === undefined ? log.lastSeq < log.firstSeq : last.seq >= log.lastSeq;
}

export function reachesStart(log: MessageLog): boolean {
  const first = log.items[0];
  return first === undefined ? log.lastSeq < log.firstSeq : first.seq <= log.firstSeq;
}

/** Takes one frame: applied when it follows, trimmed when it overlaps, held when something before it is missing. */
export function applyFrame(log: MessageLog, frame: MessagesFrame): MessageLog {
  if (log.rev === null || frame.prevRev > log.rev) return { ...log, held: [...log.held, frame] };
  if (frame.rev <= log.rev) return log;
  const rev = log.rev;
  const changed = merge(
    log,
    frame.items.filter((message) => message.rev > rev),
  );
  return release({ ...changed, rev: frame.rev });
}

/** Takes the answer to `post:open`: the newest messages, or what changed since `askedRev`. */
export function applyOpening(log: MessageLog, answer: OpenedAck, askedRev: number | null): MessageLog {
  const { firstSeq, lastSeq, rev } = answer.head;
  if (askedRev === null) {
    return release({ rev, firstSeq, lastSeq, items: answer.items, held: log.held });
  }
  if (answer.complete !== true) return { ...log, rev: null };
  const caughtUp = merge(log, answer.items);
  return release(
    startAt({ ...caughtUp, rev: Math.max(rev, log.rev ?? 0), lastSeq: Math.max(lastSeq, caughtUp.lastSeq) }, firstSeq),
  );
}

/**
 * Takes a stretch that was fetched apart (older, newer, or around a message).
 * @param told the changes that came while it was on its way: it may be from before them
 */
export function applyPage(
  log: MessageLog,
  page: readonly Message[],
  head: PostHead,
  told: readonly Message[] = [],
): MessageLog {
  const items = union(page, fitting(told, page));
  const grown = startAt({ ...log, lastSeq: Math.max(log.lastSeq, head.lastSeq) }, head.firstSeq);
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return grown;
  const [from, to] = [grown.items[0]?.seq, grown.items.at(-1)?.seq];
  const isApart = from === undefined || to === undefined || last.seq < from - 1 || first.seq > to + 1;
  return startAt({ ...grown, items: isApart ? items : union(grown.items, items) }, head.firstSeq);
}

/** Of what was told: messages of the page, and those that go on where it ends. */
function fitting(told: readonly Message[], page: readonly Message[]): Message[] {
  const inPage = new Set(page.map(({ seq }) => seq));
  let last = page.at(-1)?.seq;
  return [...told].sort(bySeq).filter(({ seq }) => {
    if (last !== undefined && seq === last + 1) last = seq;
    return inPage.has(seq) || seq === last;
  });
}

/** Lets go of the messages before that one, which are not kept any longer. */
export function startAt(log: MessageLog, first: number): MessageLog {
  const firstSeq = Math.max(log.firstSeq, first);
  const { seq = firstSeq } = log.items[0] ?? {};
  return { ...log, firstSeq, items: seq < firstSeq ? log.items.filter((item) => item.seq >= firstSeq) : log.items };
}

/** Messages of a page that the log ought to hold as they are there, and does not. */
export function faultsIn(log: MessageLog, page: readonly Message[]): Message[] {
  const [first = 0, last = 0] = [log.items[0]?.seq, log.items.at(-1)?.seq];
  const held = new Map(log.items.map(({ seq, rev }) => [seq, rev]));
  return page.filter(
    ({ seq, rev }) => seq >= first && seq <= last && rev <= (log.rev ?? 0) && (held.get(seq) ?? 0) < rev,
  );
}

/** Keeps only the newest messages of a stretch that has grown long. */
export function keepNewest(log: MessageLog, count: number): MessageLog {
  return log.items.length <= count ? log : { ...log, items: log.items.slice(-count) };
}

/** Keeps only some messages around a number of a stretch that has grown long. */
export function keepAround(log: MessageLog, seq: number, count: number): MessageLog {
  const { items } = log;
  const at = items.findIndex((message) => message.seq >= seq);
  const middle = at < 0 ? items.length : at;
  const from = Math.max(0, Math.min(middle - Math.floor(count / 2), items.length - count));
  return { ...log, items: items.slice(from, from + count) };
}

function release(log: MessageLog): MessageLog {
  const waiting = [...log.held].sort((one, other) => one.prevRev - other.prevRev);
  return waiting.reduce(applyFrame, { ...log, held: [] });
}

/** Changed messages replace theirs; new ones join only where the stretch reaches the end. */
function merge(log: MessageLog, changed: readonly Message[]): MessageLog {
  const from = log.items[0]?.seq ?? log.lastSeq + 1;
  let next = reachesEnd(log) ? (log.items.at(-1)?.seq ?? log.lastSeq) + 1 : 0;
  const taken = [...changed].sort(bySeq).filter(({ seq }) => {
    if (seq === next) next += 1;
    else return seq >= from && seq <= (log.items.at(-1)?.seq ?? -1);
    return true;
  });
  const lastSeq = changed.reduce((most, { seq }) => Math.max(most, seq), log.lastSeq);
  return { ...log, lastSeq, items: union(log.items, taken) };
}

function union(known: readonly Message[], taken: readonly Message[]): readonly Message[] {
  if (taken.length === 0) return known;
  const all = new Map(known.map((message) => [message.seq, message]));
  for (const message of taken) {
    const present = all.get(message.seq);
    if (present === undefined || message.rev >= present.rev) all.set(message.seq, message);
  }
  return [...all.values()].sort(bySeq);
}

function bySeq(one: Message, other: Message): number {
  return one.seq - other.seq;
}
