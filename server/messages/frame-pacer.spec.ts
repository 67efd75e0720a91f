import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FramePacer } from './frame-pacer.js';
import type { CommittedChange } from './message-record.js';

describe('frames of a busy post', () => {
  const sent: { prevRev: number; rev: number; seqs: number[] }[] = [];
  let readers: number;
  let pacer: FramePacer;

  beforeEach(() => {
    jest.useFakeTimers();
    sent.length = 0;
    readers = 100;
    pacer = new FramePacer(
      ({ prevRev, rev, messages }) => sent.push({ prevRev, rev, seqs: messages.map(({ seq }) => seq) }),
      () => readers,
    );
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function offer(prevRev: number, rev: number, postId = 'post'): void {
    const messages = Array.from({ length: rev - prevRev }, (_, index) => {
      const seq = prevRev + index + 1;
      return { id: `${postId} ${seq}`, seq, rev: seq };
    });
    pacer.offer({ postId, roomId: 'room', prevRev, rev, lastSeq: rev, messages } as unknown as CommittedChange);
  }

  it('leave at once after a silence', () => {
    offer(0, 1);
    expect(sent).toHaveLength(1);
    jest.advanceTimersByTime(1_000);
    offer(1, 2);
    expect(sent).toHaveLength(2);
  });

  it('are shared by changes close together, in their order', () => {
    for (const rev of [1, 2, 3, 4]) offer(rev - 1, rev);
    jest.advanceTimersByTime(9);
    expect(sent).toHaveLength(1);
    jest.advanceTimersByTime(1);
    offer(4, 5);
    jest.advanceTimersByTime(1_000);
    expect(sent).toEqual([
      { prevRev: 0, rev: 1, seqs: [1] },
      { prevRev: 1, rev: 4, seqs: [2, 3, 4] },
      { prevRev: 4, rev: 5, seqs: [5] },
    ]);
  });

  it('do not hide that something between two changes is missing', () => {
    offer(0, 1);
    offer(1, 2);
    offer(5, 6);
    offer(6, 7);
    jest.advanceTimersByTime(1_000);
    expect(sent.map(({ prevRev, rev }) => [prevRev, rev])).toEqual([
      [0, 1],
      [1, 2],
      [5, 7],
    ]);
  });

  it('of other posts do not wait for it', () => {
    offer(0, 1);
    offer(0, 1, 'other');
    expect(sent).toHaveLength(2);
  });

  it('wait for nothing with few readers, and never long', () => {
    readers = 9;
    for (const rev of [1, 2, 3]) offer(rev - 1, rev);
    expect(sent).toHaveLength(3);
    readers = 100_000;
    offer(3, 4);
    offer(4, 5);
    jest.advanceTimersByTime(30);
    expect(sent).toHaveLength(5);
  });
});
