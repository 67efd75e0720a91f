import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ServerError } from '../realtime/server-error';
import { KeptPending } from './kept-pending';
import type { PendingMessage } from './pending-message';
import { SendQueue } from './send-queue';

const written = (clientId: string): PendingMessage => ({
  clientId,
  text: `text of ${clientId}`,
  attachments: [],
  writtenAt: '2026-06-03T09:00:00.000Z',
  state: 'waiting',
});
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A queue against a server that answers as it is told to. */
function aQueue(
  restored: PendingMessage[] = [],
  store: (pending: readonly PendingMessage[]) => readonly string[] = () => [],
) {
  const server = { sent: [] as string[], refusals: new Map<string, ServerError>(), isConnected: true };
  const stored: (readonly PendingMessage[])[] = [];
  const left = [restored];
  const queue = new SendQueue(
    async ({ clientId }) => {
      server.sent.push(clientId);
      await settled();
      const refusal = server.refusals.get(clientId);
      if (refusal !== undefined) throw refusal;
    },
    () => server.isConnected,
    {
      take: () => left.shift() ?? [],
      store: (pending) => {
        stored.push(pending);
        return store(pending);
      },
    },
  );
  const states = () => queue.pending().map(({ clientId, state }) => `${clientId} ${state}`);
  return { queue, server, stored, states, left };
}

async function untilIdle(queue: SendQueue): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await settled();
  await queue.run();
}

describe('a send queue', () => {
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('sends one after the other, in order', async () => {
    const { queue, server } = aQueue();
    for (const id of ['a', 'b', 'c']) queue.add(written(id));
    expect(server.sent).toEqual(['a']);
    await untilIdle(queue);
    expect(server.sent).toEqual(['a', 'b', 'c']);
  });

  it('counts what is written here, also once it has arrived, and not what was left before', async () => {
    const { queue, left } = aQueue([written('old')]);
    expect(queue.added()).toBe(0);
    queue.add(written('a'));
    queue.settle(['a']);
    left.push([written('of another window')]);
    queue.gather();
    expect(queue.added()).toBe(1);
    await untilIdle(queue);
  });

  it('keeps an acknowledged message until its row has come', async () => {
    const { queue, states } = aQueue();
    queue.add(written('a'));
    await untilIdle(queue);
    expect(states()).toEqual(['a sent']);
    queue.settle(['a']);
    expect(states()).toEqual([]);
  });

  it('stops at the first that fails, and nothing overtakes it', async () => {
    const { queue, server, states } = aQueue();
    server.refusals.set('a', new ServerError('forbidden', 'You cannot post here.'));
    for (const id of ['a', 'b']) queue.add(written(id));
    await untilIdle(queue);
    expect(server.sent).toEqual(['a']);
    expect(states()).toEqual(['a failed', 'b waiting']);
    expect(queue.pending()[0]?.problem).toBe('forbidden');
  });

  it('goes on from the failed one under the same key', async () => {
    const { queue, server } = aQueue();
    server.refusals.set('a', new ServerError('forbidden', 'You cannot post here.'));
    for (const id of ['a', 'b']) queue.add(written(id));
    await untilIdle(queue);
    server.refusals.clear();
    queue.retry('a');
    await untilIdle(queue);
    expect(server.sent).toEqual(['a', 'a', 'b']);
  });

  it('goes on with the next when the failed one is discarded', async () => {
    const { queue, server } = aQueue();
    server.refusals.set('a', new ServerError('too_large', 'Too large.'));
    for (const id of ['a', 'b']) queue.add(written(id));
    await untilIdle(queue);
    queue.discard('a');
    await untilIdle(queue);
    expect(server.sent).toEqual(['a', 'b']);
  });

  it('waits while there is no connection, then sends in order', async () => {
    const { queue, server, states } = aQueue();
    server.isConnected = false;
    for (const id of ['a', 'b']) queue.add(written(id));
    await untilIdle(queue);
    expect([server.sent, states()]).toEqual([[], ['a waiting', 'b waiting']]);
    server.isConnected = true;
    await queue.run();
    expect(server.sent).toEqual(['a', 'b']);
  });

  it('takes a break in the middle for waiting, not for failing', async () => {
    const { queue, server, states } = aQueue();
    server.refusals.set('a', new ServerError('unreachable', 'The server did not answer.'));
    queue.add(written('a'));
    server.isConnected = false;
    await untilIdle(queue);
    expect(states()).toEqual(['a waiting']);
  });

  it.each(['rate_limited', 'unreachable', 'busy', 'unavailable', 'session_ended'] as const)(
    'tries again by itself, in order and under the same key, when the answer is %s',
    async (code) => {
      jest.useFakeTimers();
      const { queue, server, states } = aQueue();
      server.refusals.set('a', new ServerError(code, 'Not now.', 0, [], 5_000));
      for (const id of ['a', 'b']) queue.add(written(id));
      await jest.advanceTimersByTimeAsync(4_900);
      expect([server.sent, states()]).toEqual([['a'], ['a sending', 'b waiting']]);
      server.refusals.clear();
      await jest.advanceTimersByTimeAsync(1_200);
      expect(server.sent).toEqual(['a', 'a', 'b']);
      expect(states()).toEqual(['a sent', 'b sent']);
    },
  );

  it('waits longer each time that nothing comes back', async () => {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(0);
    const sentAt: number[] = [];
    const queue = new SendQueue(
      () => {
        sentAt.push(Date.now());
        return Promise.reject(new ServerError('unreachable', 'The server did not answer.'));
      },
      () => true,
      { take: () => [], store: () => [] },
    );
    const start = Date.now();
    queue.add(written('a'));
    await jest.advanceTimersByTimeAsync(40_000);
    expect(sentAt.map((at) => (at - start) / 1_000)).toEqual([0, 1, 3, 7, 12, 17, 22, 27, 32, 37]);
  });

  it('waits as briefly as at first once something has arrived', async () => {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(0);
    const { queue, server } = aQueue();
    const busy = new ServerError('busy', 'Not now.', 0);
    server.refusals.set('a', busy);
    queue.add(written('a'));
    await jest.advanceTimersByTimeAsync(5_000);
    server.refusals.clear();
    await jest.advanceTimersByTimeAsync(5_000);
    server.sent.length = 0;
    server.refusals.set('b', busy);
    queue.add(written('b'));
    await jest.advanceTimersByTimeAsync(1_100);
    expect(server.sent).toEqual(['b', 'b']);
  });

  it('goes on with what an earlier visit left', async () => {
    const { queue, server } = aQueue([written('old')]);
    await queue.run();
    expect(server.sent).toEqual(['old']);
  });

  it('goes on with what another window left, after the next connection', async () => {
    const { queue, server, left } = aQueue();
    left.push([written('of another window')]);
    queue.gather();
    await queue.run();
    expect(server.sent).toEqual(['of another window']);
  });

  it('stores every change', async () => {
    const { queue, stored } = aQueue();
    queue.add(written('a'));
    await untilIdle(queue);
    queue.settle(['a']);
    expect(stored.map((pending) => pending.map(({ state }) => state))).toEqual([
      ['waiting'],
      ['sending'],
      ['sent'],
      [],
    ]);
  });

  it('sends what the device has no room to keep', async () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError');
    });
    const { queue, server, states } = aQueue([], (pending) => new KeptPending('hanna', 'chat').store(pending));
    queue.add(written('a'));
    await untilIdle(queue);
    expect([server.sent, states()]).toEqual([['a'], ['a sent']]);
  });

  it('says what the device has no room to keep', () => {
    const { queue, server } = aQueue([], (pending) =>
      pending.map(({ clientId }) => clientId).filter((id) => id !== 'a'),
    );
    server.isConnected = false;
    for (const id of ['a', 'b']) queue.add(written(id));
    expect(['a', 'b'].map((id) => queue.isKept(id))).toEqual([true, false]);
  });

  describe('of which another window lets go of a message', () => {
    it('goes on with the next', async () => {
      const { queue, server, states } = aQueue();
      server.refusals.set('a', new ServerError('forbidden', 'You cannot post here.'));
      for (const id of ['a', 'b']) queue.add(written(id));
      await untilIdle(queue);
      queue.lose('a');
      await untilIdle(queue);
      expect([server.sent, states()]).toEqual([['a', 'b'], ['b sent']]);
    });

    it('sends it no more when it waits', async () => {
      const { queue, server, states } = aQueue();
      server.isConnected = false;
      for (const id of ['a', 'b']) queue.add(written(id));
      queue.lose('a');
      server.isConnected = true;
      await queue.run();
      expect([server.sent, states()]).toEqual([['b'], ['b sent']]);
    });

    it.each([undefined, 'forbidden', 'unreachable'] as const)(
      'does not try it again when it is under way: %s',
      async (code) => {
        jest.useFakeTimers();
        const { queue, server, states, stored } = aQueue();
        if (code !== undefined) server.refusals.set('a', new ServerError(code, 'No.', 0, [], 1));
        for (const id of ['a', 'b']) queue.add(written(id));
        queue.lose('a');
        await jest.advanceTimersByTimeAsync(3_000);
        expect(server.sent).toEqual(['a', 'b']);
        expect(states()).toEqual(code === undefined ? ['a sent', 'b sent'] : ['b sent']);
        expect(stored.at(-1)?.some(({ clientId, state }) => clientId === 'a' && state !== 'sent')).toBe(false);
      },
    );
  });
});
