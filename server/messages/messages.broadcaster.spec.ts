import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '#contracts/message.dto.js';
import { aBus } from '../platform/nodes/node-bus.fixture.js';
import type { ChatServer } from '../realtime/emitter/chat-socket.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import type { ActivityTeller } from './activity-teller.js';
import type { CommittedChange } from './message-record.js';
import { MessagesBroadcaster } from './messages.broadcaster.js';

/** With so many, frames of a post are kept 30 ms apart. */
const READERS = 1_000;

function change(rev: number): CommittedChange {
  const messages = [{ id: `m${String(rev)}`, seq: rev, rev } as Message];
  return { postId: 'p', roomId: 'r', prevRev: rev - 1, rev, lastSeq: rev, messages };
}

describe('MessagesBroadcaster', () => {
  const frames: [number, number][] = [];
  let emitter: RealtimeEmitter;
  let broadcaster: MessagesBroadcaster;

  beforeEach(() => {
    jest.useFakeTimers();
    frames.length = 0;
    const emit = (_: string, { prevRev, rev }: CommittedChange) => frames.push([prevRev, rev]);
    const adapter = { rooms: new Map([['post:p', { size: READERS }]]) };
    emitter = new RealtimeEmitter(aBus());
    emitter.attach({ to: () => ({ emit }), sockets: { adapter } } as unknown as ChatServer);
    const activity = { noteChange: () => undefined } as unknown as ActivityTeller;
    broadcaster = new MessagesBroadcaster(emitter, activity, aBus());
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('does not count a frame as sent that was kept apart from the one before until nothing may be sent', () => {
    emitter.trustUntil(performance.now() + 20);
    for (const rev of [10, 11, 12]) broadcaster.changed(change(rev));
    jest.advanceTimersByTime(30);
    expect([frames, broadcaster.sentRev('p')]).toEqual([[[9, 10]], 10]);
    emitter.trustUntil(performance.now() + 10_000);
    broadcaster.repaired({ ...change(11), rev: 12 });
    jest.advanceTimersByTime(30);
    expect([frames.slice(1), broadcaster.sentRev('p')]).toEqual([[[10, 12]], 12]);
  });
});
