import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Draft } from './message-batch.repository.js';
import { MessageWriter } from './message-writer.js';

describe('messages that are to be stored', () => {
  /** Texts of each transaction. */
  const stored: string[][] = [];
  let writer: MessageWriter;
  /** Until when the database takes to store. */
  let stall: Promise<unknown>;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    stored.length = 0;
    stall = Promise.resolve();
    const store = async (drafts: readonly Draft[]) => {
      await stall;
      stored.push(drafts.map(({ text }) => text));
      return [];
    };
    writer = new MessageWriter(
      { store } as never,
      { sent: () => undefined } as never,
      { reach: () => undefined } as never,
    );
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const enqueue = (text: string) => void writer.enqueue({ id: text, text } as Draft);
  const turns = async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  };

  it('go at once after a silence', async () => {
    enqueue('one');
    await turns();
    expect(stored).toEqual([['one']]);
    await jest.advanceTimersByTimeAsync(5);
    enqueue('two');
    await turns();
    expect(stored).toEqual([['one'], ['two']]);
  });

  it('share a transaction with those that come soon after one has begun, in their order', async () => {
    enqueue('one');
    await turns();
    enqueue('two');
    await jest.advanceTimersByTimeAsync(4);
    enqueue('three');
    await turns();
    expect(stored).toEqual([['one']]);
    await jest.advanceTimersByTimeAsync(1);
    await turns();
    expect(stored).toEqual([['one'], ['two', 'three']]);
    await jest.advanceTimersByTimeAsync(5);
    await writer.whenIdle();
    expect(writer.backlog).toBe(0);
  });

  it('are four hundred a transaction at most', async () => {
    for (let count = 0; count < 900; count += 1) enqueue(`${count}`);
    await turns();
    await jest.advanceTimersByTimeAsync(10);
    await turns();
    expect(stored.map(({ length }) => length)).toEqual([400, 400, 100]);
  });

  it('are waited for without looking again and again while the database hangs', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    stall = promise;
    enqueue('one');
    await turns();
    const looks = jest.spyOn(globalThis, 'setImmediate');
    const idle = writer.whenIdle();
    await turns();
    const { length } = looks.mock.calls;
    looks.mockRestore();
    resolve(undefined);
    await turns();
    await jest.advanceTimersByTimeAsync(5);
    await idle;
    expect(stored).toEqual([['one']]);
    // Those of `turns`.
    expect(length).toBe(5);
  });
});
