import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aBus } from '../../platform/nodes/node-bus.fixture.js';
import type { ChatServer } from './chat-socket.js';
import { RealtimeEmitter } from './realtime-emitter.js';

describe('RealtimeEmitter', () => {
  const emit = jest.fn();
  let emitter: RealtimeEmitter;

  beforeEach(() => {
    jest.useFakeTimers();
    emit.mockClear();
    emitter = new RealtimeEmitter(aBus());
    emitter.attach({ to: () => ({ emit }), emit } as unknown as ChatServer);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const say = (): number => {
    emit.mockClear();
    const frame = { postId: 'p', prevRev: 0, rev: 1, items: [] };
    emitter.toPost('p', 'messages', frame);
    emitter.toRoom('r', 'typing', { postId: 'p', userId: 'u' });
    emitter.toEveryone('presence', { userId: 'u', online: true });
    return emit.mock.calls.length;
  };

  it('sends nothing once it is not known any more what its sockets may hear, and says when it is again', () => {
    const ended = jest.fn();
    emitter.onSilenceEnded(ended);
    expect(say()).toBe(3);
    emitter.trustUntil(performance.now() + 10_000);
    jest.advanceTimersByTime(9_000);
    expect(say()).toBe(3);
    jest.advanceTimersByTime(1_000);
    expect([say(), emitter.maySend, ended.mock.calls.length]).toEqual([0, false, 0]);
    emitter.trustUntil(performance.now() + 10_000);
    expect([say(), emitter.maySend, ended.mock.calls.length]).toEqual([3, true, 1]);
  });
});
