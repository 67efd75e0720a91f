import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ChatSocket } from '../realtime/chat-socket';
import { ServerError } from '../realtime/server-error';
import { PostStore } from './post-store';
import { ReadMarks } from './read-marks';

describe('how far one has read', () => {
  const connections = signal(1);
  const ask = jest.fn<(name: string, payload: { postId: string; seq: number }) => Promise<object>>();
  const mark = jest.fn();
  let marks: ReadMarks;

  beforeEach(() => {
    jest.useFakeTimers();
    connections.set(1);
    ask.mockReset().mockImplementation((_, { seq }) => Promise.resolve({ readSeq: seq, version: seq }));
    mark.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: ChatSocket, useValue: { ask, connections } },
        { provide: PostStore, useValue: { readSeq: () => 0, readTo: () => undefined, mark } },
      ],
    });
    marks = TestBed.inject(ReadMarks);
    TestBed.tick();
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  async function reconnect(): Promise<void> {
    connections.update((count) => count + 1);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  }
  const told = () => ask.mock.calls.map(([, { seq }]) => seq);

  it('is told once', async () => {
    await marks.read('chat', 3);
    await reconnect();
    expect([told(), mark.mock.calls]).toEqual([[3], [['chat', { readSeq: 3, version: 3 }]]]);
  });

  it('is told after the next connection when there was none', async () => {
    ask.mockRejectedValueOnce(new ServerError('unreachable', 'No answer.'));
    await marks.read('chat', 3);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(told()).toEqual([3]);
    await reconnect();
    expect(told()).toEqual([3, 3]);
  });

  it('is told again by itself when the server has too much to do', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0);
    ask.mockRejectedValueOnce(new ServerError('rate_limited', 'Slowly.', 0, [], 2_000));
    await marks.read('chat', 3);
    await jest.advanceTimersByTimeAsync(1_999);
    expect(told()).toEqual([3]);
    await jest.advanceTimersByTimeAsync(1);
    expect(told()).toEqual([3, 3]);
  });

  it('is told of many posts no more often than of one while the server has too much to do', async () => {
    ask.mockRejectedValue(new ServerError('unavailable', 'Not now.', 0, [], 2_000));
    await Promise.all(['one', 'two', 'three'].map((postId) => marks.read(postId, 3)));
    await jest.advanceTimersByTimeAsync(12_000);
    expect(told().length).toBeLessThanOrEqual(3 * 5);
    await jest.advanceTimersByTimeAsync(8_000);
    expect(told().length).toBeGreaterThanOrEqual(3 * 3);
  });

  it('is not told for ever of a post that one may no longer read', async () => {
    ask.mockRejectedValueOnce(new ServerError('not_found', 'Not here.', 404));
    await marks.read('chat', 3);
    await reconnect();
    expect(told()).toEqual([3]);
  });
});
