import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ChatSocket } from '../emitter/chat-socket.js';
import type { RealtimeEmitter } from '../emitter/realtime-emitter.js';
import { StuckReaders } from './stuck-readers.js';

const MIB = 1024 * 1024;

/** A socket for which packets and bytes of the system wait, and how its connection is ended. */
function aSocket({ isConnected = true, writable = false, packets = 0, bytes = 0 }) {
  const [close, terminate] = [jest.fn(), jest.fn()];
  const writeBuffer = Array.from({ length: packets }, () => ({ data: 'x'.repeat(MIB) }));
  const transport = { writable, socket: { bufferedAmount: bytes, terminate } };
  const conn = { writeBuffer, transport, close };
  return { socket: { connected: isConnected, data: {}, conn } as unknown as ChatSocket, close, terminate };
}

describe('StuckReaders', () => {
  const sockets: ChatSocket[] = [];
  let readers: StuckReaders;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    sockets.length = 0;
    readers = new StuckReaders({ localSockets: () => sockets } as unknown as RealtimeEmitter);
    readers.onApplicationBootstrap();
  });
  afterEach(() => {
    readers.onModuleDestroy();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each([
    ['waits for nothing', { writable: true, bytes: 9 * MIB }],
    ['has as much as may wait', { packets: 7, bytes: MIB }],
    ['is gone already', { isConnected: false, packets: 9 }],
  ])('leaves a socket alone that %s', (_, facts) => {
    const { socket, close, terminate } = aSocket(facts);
    readers.look(socket);
    expect([close, terminate].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it('ends one for which more waits, here and on the way, without waiting for it', () => {
    const { socket, close, terminate } = aSocket({ packets: 7, bytes: MIB + 1 });
    readers.look(socket);
    expect([close.mock.calls, terminate.mock.calls.length]).toEqual([[[true]], 1]);
  });

  it('looks at all sockets once a second', () => {
    const stuck = [aSocket({ packets: 9 }), aSocket({ packets: 9 })];
    sockets.push(...stuck.map(({ socket }) => socket));
    jest.advanceTimersByTime(999);
    expect(stuck.map(({ terminate }) => terminate.mock.calls.length)).toEqual([0, 0]);
    jest.advanceTimersByTime(1);
    expect(stuck.map(({ terminate }) => terminate.mock.calls.length)).toEqual([1, 1]);
  });
});
