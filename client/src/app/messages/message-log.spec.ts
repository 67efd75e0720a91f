import { describe, expect, it } from '@jest/globals';
import type { Message } from '#contracts/message.dto.js';
import type { MessagesFrame } from '#contracts/socket-events.js';
import {
  applyFrame,
  applyOpening,
  applyPage,
  EMPTY_LOG,
  hasGap,
  keepAround,
  keepNewest,
  type MessageLog,
  reachesEnd,
  reachesStart,
  startAt,
} from './message-log';
import { aMessage } from './message.fixture';

const frame = (prevRev: number, rev: number, items: Message[]): MessagesFrame => ({
  postId: 'post',
  prevRev,
  rev,
  items,
});
const sent = (seq: number, rev = seq) => aMessage({ seq, rev });
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => sent(from + index));
const seqs = ({ items }: MessageLog) => items.map(({ seq }) => seq);

/** A post with `count` messages, of which the newest `shown` were opened. */
function openedLog(count: number, shown = count): MessageLog {
  const head = { firstSeq: 1, lastSeq: count, rev: count, readSeq: 0 };
  return applyOpening(EMPTY_LOG, { ok: true, head, items: range(count - shown + 1, count) } as never, null);
}

describe('a message log', () => {
  it('starts with what the opening brings', () => {
    const log = openedLog(60, 50);
    expect(seqs(log)).toEqual(range(11, 60).map(({ seq }) => seq));
    expect(log.rev).toBe(60);
    expect([reachesEnd(log), reachesStart(log)]).toEqual([true, false]);
  });

  it('lets go of what is not kept any longer, and takes none of it from a page that was late', () => {
    const log = startAt(openedLog(60, 50), 31);
    expect([seqs(log).at(0), seqs(log).length, reachesStart(log), reachesEnd(log)]).toEqual([31, 30, true, true]);
    expect(startAt(log, 20)).toEqual(log);
    const late = applyPage(log, range(25, 34), { firstSeq: 1, lastSeq: 60, rev: 60 });
    expect([seqs(late).at(0), late.firstSeq]).toEqual([31, 31]);
    const fresh = applyPage(openedLog(60, 50), range(55, 60), { firstSeq: 40, lastSeq: 60, rev: 60 });
    expect([seqs(fresh).at(0), reachesStart(fresh)]).toEqual([40, true]);
    const whole = startAt(openedLog(60), 61);
    expect([seqs(whole), reachesStart(whole), reachesEnd(whole)]).toEqual([[], true, true]);
  });

  it('knows an empty post as whole', () => {
    const log = openedLog(0);
    expect([reachesEnd(log), reachesStart(log), hasGap(log)]).toEqual([true, true, false]);
  });

  it('appends what follows', () => {
    const log = applyFrame(openedLog(2), frame(2, 4, [sent(3), sent(4)]));
    expect(seqs(log)).toEqual([1, 2, 3, 4]);
    expect(log.rev).toBe(4);
  });

  it('replaces what was edited', () => {
    const edited = aMessage({ seq: 1, rev: 3, text: 'better' });
    const log = applyFrame(openedLog(2), frame(2, 3, [edited]));
    expect(log.items[0]?.text).toBe('better');
    expect(seqs(log)).toEqual([1, 2]);
  });

  it('takes the same frame once', () => {
    const once = applyFrame(openedLog(2), frame(2, 3, [sent(3)]));
    expect(applyFrame(once, frame(2, 3, [sent(3)]))).toBe(once);
  });

  it('takes only the new part of a frame that overlaps', () => {
    const stale = aMessage({ seq: 2, rev: 2, text: 'stale' });
    const log = applyFrame(openedLog(2), frame(1, 3, [stale, sent(3)]));
    expect(log.items[1]?.text).not.toBe('stale');
    expect(seqs(log)).toEqual([1, 2, 3]);
  });

  it('holds a frame whose predecessor is missing, and shows nothing of it', () => {
    const log = applyFrame(openedLog(2), frame(3, 4, [sent(4)]));
    expect(hasGap(log)).toBe(true);
    expect(seqs(log)).toEqual([1, 2]);
    expect(log.rev).toBe(2);
  });

  it('releases held frames, in whatever order they came, once the gap is filled', () => {
    const held = [frame(4, 5, [sent(5)]), frame(3, 4, [sent(4)])].reduce(applyFrame, openedLog(2));
    const log = applyFrame(held, frame(2, 3, [sent(3)]));
    expect(seqs(log)).toEqual([1, 2, 3, 4, 5]);
    expect([log.rev, hasGap(log)]).toEqual([5, false]);
  });

  it('keeps frames that come before the opening and applies them after it', () => {
    const early = applyFrame(EMPTY_LOG, frame(2, 3, [sent(3)]));
    expect([seqs(early), hasGap(early)]).toEqual([[], false]);
    const head = { firstSeq: 1, lastSeq: 2, rev: 2, readSeq: 0 };
    const log = applyOpening(early, { ok: true, head, items: range(1, 2) } as never, null);
    expect(seqs(log)).toEqual([1, 2, 3]);
  });

  it('drops early frames that the opening already holds', () => {
    const early = applyFrame(EMPTY_LOG, frame(1, 2, [aMessage({ seq: 2, rev: 2, text: 'early' })]));
    const head = { firstSeq: 1, lastSeq: 3, rev: 3, readSeq: 0 };
    const items = [sent(1), aMessage({ seq: 2, rev: 3, text: 'late' })];
    const log = applyOpening(early, { ok: true, head: { ...head, lastSeq: 2 }, items } as never, null);
    expect(log.items.map(({ text }) => text)).toEqual(['message 1', 'late']);
  });

  it('catches up by rev after a break: sent, edited and recalled alike', () => {
    const changed = [aMessage({ seq: 1, rev: 4, state: 'recalled', text: '' }), aMessage({ seq: 3, rev: 3 })];
    const answer = { ok: true, head: { firstSeq: 1, lastSeq: 3, rev: 4, readSeq: 0 }, items: changed, complete: true };
    const log = applyOpening(openedLog(2), answer, 2);
    expect(log.items.map(({ state }) => state)).toEqual(['recalled', 'live', 'live']);
    expect(log.rev).toBe(4);
  });

  it('fills a gap by rev and then releases what it held', () => {
    const held = applyFrame(openedLog(2), frame(4, 5, [sent(5)]));
    const answer = {
      ok: true,
      head: { firstSeq: 1, lastSeq: 4, rev: 4, readSeq: 0 },
      items: [sent(3), sent(4)],
      complete: true,
    };
    const log = applyOpening(held, answer, 2);
    expect([seqs(log), hasGap(log)]).toEqual([[1, 2, 3, 4, 5], false]);
  });

  it('starts afresh when too much changed, and keeps the rows until then', () => {
    const answer = { ok: true, head: { firstSeq: 1, lastSeq: 900, rev: 900, readSeq: 0 }, items: [], complete: false };
    const log = applyOpening(openedLog(2), answer, 2);
    expect([log.rev, seqs(log)]).toEqual([null, [1, 2]]);
    const fresh = { ok: true, head: { firstSeq: 1, lastSeq: 900, rev: 900, readSeq: 0 }, items: range(851, 900) };
    expect(seqs(applyOpening(log, fresh as never, null))).toHaveLength(50);
  });

  it('forgets what retention has deleted', () => {
    const answer = { ok: true, head: { firstSeq: 3, lastSeq: 4, rev: 4, readSeq: 0 }, items: [], complete: true };
    expect(seqs(applyOpening(openedLog(4), answer as never, 4))).toEqual([3, 4]);
  });

  it('joins an older page to its stretch', () => {
    const log = applyPage(openedLog(100, 50), range(1, 50), { firstSeq: 1, lastSeq: 100, rev: 100 });
    expect(seqs(log)).toHaveLength(100);
    expect(reachesStart(log)).toBe(true);
  });

  it('moves to another stretch when a page lies apart, and keeps new messages out of it', () => {
    const head = { firstSeq: 1, lastSeq: 500, rev: 500 };
    const apart = applyPage(openedLog(500, 50), range(100, 150), head);
    expect([seqs(apart)[0], reachesEnd(apart)]).toEqual([100, false]);
    const log = applyFrame(apart, frame(500, 501, [sent(501)]));
    expect([log.items.at(-1)?.seq, log.lastSeq, log.rev]).toEqual([150, 501, 501]);
  });

  it('never puts an older state of a message over a newer one', () => {
    const edited = applyFrame(openedLog(2), frame(2, 3, [aMessage({ seq: 1, rev: 3, text: 'new' })]));
    const log = applyPage(edited, [aMessage({ seq: 1, rev: 1, text: 'old' })], { firstSeq: 1, lastSeq: 2, rev: 2 });
    expect(log.items[0]?.text).toBe('new');
  });

  it('lets go of old rows without losing its place', () => {
    const log = keepNewest(openedLog(100), 20);
    expect([seqs(log)[0], reachesStart(log), reachesEnd(log)]).toEqual([81, false, true]);
  });

  it('lets go of what is far from a message, on both sides', () => {
    const ends = (seq: number) => {
      const items = seqs(keepAround(openedLog(100), seq, 20));
      return [items[0], items.at(-1), items.length];
    };
    expect([ends(50), ends(1), ends(100), ends(500)]).toEqual([
      [40, 59, 20],
      [1, 20, 20],
      [81, 100, 20],
      [81, 100, 20],
    ]);
    const log = keepAround(openedLog(100), 50, 20);
    expect([reachesStart(log), reachesEnd(log), log.lastSeq, log.rev]).toEqual([false, false, 100, 100]);
  });

  it('ends the same however the same changes are cut into frames, repeated and shuffled', () => {
    const changes = [sent(3), sent(4), aMessage({ seq: 1, rev: 5, text: 'edited' }), aMessage({ seq: 5, rev: 6 })];
    const single = changes.map((message) => frame(message.rev - 1, message.rev, [message]));
    const whole = frame(2, 6, changes);
    const orders = [
      single,
      [...single].reverse(),
      [whole],
      [single[2], single[0], whole, ...single].flatMap((one) => one ?? []),
      [single[1], single[1], single[0], single[3], single[2]].flatMap((one) => one ?? []),
    ];
    const results = orders.map((order) => order.reduce(applyFrame, openedLog(2)));
    for (const result of results) {
      expect(result.items).toEqual(results[0]?.items);
      expect([result.rev, hasGap(result)]).toEqual([6, false]);
    }
  });
});
