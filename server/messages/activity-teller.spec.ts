import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '#contracts/message.dto.js';
import { aBus } from '../platform/nodes/node-bus.fixture.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { ActivityTeller } from './activity-teller.js';
import type { CommittedChange } from './message-record.js';

const at = '2026-11-22T10:00:00.000Z';

function change(
  rev: number,
  lastSeq: number,
  seq: number,
  text: string,
  state: Message['state'] = 'live',
): CommittedChange {
  const message = {
    id: `m${String(seq)}`,
    postId: 'p',
    roomId: 'r',
    seq,
    rev,
    authorId: 'a',
    text,
    state,
    createdAt: at,
  } as Message;
  return { postId: 'p', roomId: 'r', prevRev: rev - 1, rev, lastSeq, messages: [message] };
}

describe('ActivityTeller', () => {
  const toRoom =
    jest.fn<(roomId: string, event: string, frame: { lastSeq: number; rev: number; excerpt: string }) => void>();
  let teller: ActivityTeller;
  const told = (): [number, number, string][] =>
    toRoom.mock.calls.map(([, , { lastSeq, rev, excerpt }]) => [lastSeq, rev, excerpt]);

  beforeEach(() => {
    jest.useFakeTimers();
    toRoom.mockClear();
    teller = new ActivityTeller(Object.assign(new RealtimeEmitter(aBus()), { toRoom }));
  });
  afterEach(() => {
    teller.onModuleDestroy();
    jest.useRealTimers();
  });

  it('tells the first at once and then one a second, the last of them never dropped', () => {
    for (let seq = 1; seq <= 5; seq += 1) teller.noteChange(change(seq, seq, seq, `text ${String(seq)}`));
    expect(told()).toEqual([[1, 1, 'text 1']]);
    jest.advanceTimersByTime(1_000);
    expect(told()).toEqual([
      [1, 1, 'text 1'],
      [5, 5, 'text 5'],
    ]);
    jest.advanceTimersByTime(10_000);
    expect(told()).toHaveLength(2);
  });

  it('tells again when the newest message is recalled, without its words', () => {
    teller.noteChange(change(1, 1, 1, 'secret'));
    jest.advanceTimersByTime(5_000);
    teller.noteChange(change(2, 1, 1, '', 'recalled'));
    expect(told()).toEqual([
      [1, 1, 'secret'],
      [1, 2, ''],
    ]);
  });

  it('says nothing of a change to an older message', () => {
    teller.noteChange(change(9, 4, 2, 'edited'));
    expect(told()).toEqual([]);
  });

  it('does not go back when an older state arrives late', () => {
    teller.noteChange(change(3, 3, 3, 'three'));
    teller.noteChange(change(2, 2, 2, 'two'));
    jest.advanceTimersByTime(1_000);
    expect(told()).toEqual([[3, 3, 'three']]);
  });
});
