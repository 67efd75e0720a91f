import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '#contracts/message.dto.js';
import { FrameSequencer } from './frame-sequencer.js';
import type { CommittedChange } from './message-record.js';

const message = (seq: number, rev: number): Message => ({ id: `m${String(seq)}`, seq, rev }) as Message;

function change(prevRev: number, ...messages: Message[]): CommittedChange {
  const rev = prevRev + messages.length;
  return { postId: 'p', roomId: 'r', prevRev, rev, lastSeq: rev, messages };
}

describe('FrameSequencer', () => {
  let sent: CommittedChange[];
  let frames: FrameSequencer;
  const revs = (): [number, number][] => sent.map(({ prevRev, rev }) => [prevRev, rev]);

  beforeEach(() => {
    jest.useFakeTimers();
    sent = [];
    frames = new FrameSequencer((one) => sent.push(one));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('sends at once what follows', () => {
    frames.follow('p', 3);
    frames.offer(change(3, message(4, 4)));
    frames.offer(change(4, message(5, 5)));
    expect(revs()).toEqual([
      [3, 4],
      [4, 5],
    ]);
  });

  it('holds what came too early, and sends it with what it waited for as one frame in the order of numbers', () => {
    frames.follow('p', 3);
    frames.offer(change(4, message(5, 5)));
    expect(sent).toEqual([]);
    frames.offer(change(3, message(4, 4)));
    expect(revs()).toEqual([[3, 5]]);
    expect(sent[0]?.messages.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  it('shows a message that changed twice in one frame once, as it is now', () => {
    frames.follow('p', 3);
    frames.offer(change(4, message(4, 5)));
    frames.offer(change(3, message(4, 4)));
    expect(sent[0]?.messages).toEqual([message(4, 5)]);
    expect(sent[0]?.rev).toBe(5);
  });

  it('goes on after a tenth of a second without what is missing, with the gap for readers to see', () => {
    frames.follow('p', 3);
    frames.offer(change(5, message(6, 6)));
    jest.advanceTimersByTime(99);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(revs()).toEqual([[5, 6]]);
  });

  it('has what is missing fetched, and sends it first', () => {
    const asked: string[] = [];
    frames = new FrameSequencer(
      (one) => sent.push(one),
      (postId) => asked.push(postId) > 0,
    );
    frames.follow('p', 3);
    frames.offer(change(5, message(6, 6)));
    jest.advanceTimersByTime(500);
    expect([asked, sent]).toEqual([['p'], []]);
    frames.offer(change(3, message(4, 4), message(5, 5), message(6, 6)));
    expect(revs()).toEqual([[3, 6]]);
    jest.advanceTimersByTime(5_000);
    expect(revs()).toEqual([[3, 6]]);
  });

  it('goes on without it when it cannot be fetched', () => {
    frames = new FrameSequencer(
      (one) => sent.push(one),
      () => true,
    );
    frames.follow('p', 3);
    frames.offer(change(5, message(6, 6)));
    jest.advanceTimersByTime(2_100);
    expect(revs()).toEqual([[5, 6]]);
  });

  it('notes nothing as sent that could not be: it is missing until it is fetched', () => {
    let isOpen = true;
    frames = new FrameSequencer(
      (one) => sent.push(one),
      () => false,
      () => isOpen,
    );
    frames.follow('p', 3);
    frames.offer(change(5, message(6, 6)));
    isOpen = false;
    jest.advanceTimersByTime(5_000);
    expect([sent, frames.revOf('p')]).toEqual([[], 3]);
    isOpen = true;
    frames.offer(change(3, message(4, 4), message(5, 5), message(6, 6)));
    expect(revs()).toEqual([[3, 6]]);
  });

  it('shows a message that was fetched as it is, not as a change that waited says', () => {
    frames.follow('p', 3);
    frames.offer(change(4, message(4, 5)));
    frames.offer({ ...change(3, message(4, 6)), rev: 6 });
    expect(sent).toEqual([{ ...change(3, message(4, 6)), rev: 6 }]);
  });

  it('begins where its first reader does, and holds to what the others have', () => {
    frames.follow('p', 3);
    frames.follow('p', 7, true);
    expect(frames.revOf('p')).toBe(7);
    frames.follow('p', 9);
    expect(frames.revOf('p')).toBe(7);
  });

  it('begins with what the slowest of its openings had read, as long as nothing was sent', () => {
    const asked: string[] = [];
    frames = new FrameSequencer(
      (one) => sent.push(one),
      (postId) => asked.push(postId) > 0,
    );
    frames.follow('p', 10);
    frames.offer(change(9, message(10, 10)));
    frames.follow('p', 10);
    expect(asked).toEqual([]);
    frames.follow('p', 9);
    expect([asked, sent, frames.revOf('p')]).toEqual([['p'], [], 9]);
    frames.offer(change(9, message(10, 10)));
    frames.follow('p', 9);
    expect([revs(), frames.revOf('p')]).toEqual([[[9, 10]], 10]);
  });

  it('begins anew with its first reader, who may also have read less than one who left', () => {
    frames.follow('p', 10);
    frames.follow('p', 9, true);
    expect(frames.revOf('p')).toBe(9);
    frames.offer(change(9, message(10, 10)));
    frames.follow('p', 20, true);
    frames.follow('p', 19);
    expect(frames.revOf('p')).toBe(19);
  });

  it('lacks what could not be sent after all', () => {
    frames.follow('p', 3);
    frames.offer(change(3, message(4, 4)));
    frames.offer(change(4, message(5, 5)));
    frames.unsent(change(3, message(4, 4)));
    frames.unsent(change(4, message(5, 5)));
    expect(frames.revOf('p')).toBe(3);
  });

  it('sends nothing twice', () => {
    frames.follow('p', 3);
    frames.offer(change(3, message(4, 4)));
    frames.offer(change(3, message(4, 4)));
    expect(sent).toHaveLength(1);
    expect(frames.revOf('p')).toBe(4);
  });

  it('keeps posts apart, and starts with the first change of one that nobody opened', () => {
    frames.offer({ ...change(7, message(8, 8)), postId: 'other' });
    frames.follow('p', 3);
    frames.offer(change(3, message(4, 4)));
    expect(revs()).toEqual([
      [7, 8],
      [3, 4],
    ]);
  });
});
