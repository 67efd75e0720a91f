import { describe, expect, it } from '@jest/globals';
import type { NodeBus } from '../platform/nodes/node-bus.js';
import type { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import type { HeadsRepository } from './heads.repository.js';
import type { CommittedChange, MessageRecord } from './message-record.js';
import type { MessagesBroadcaster } from './messages.broadcaster.js';
import type { ChangedRecord, MessagesRepository } from './messages.repository.js';
import { RevLoop } from './rev-loop.js';

const HEAD = { postId: 'post', roomId: 'room', firstSeq: 1, lastSeq: 4, rev: 5, activeAt: new Date(0) };

function aMessage(seq: number, rev: number): MessageRecord {
  const facts = { id: `m${String(seq)}`, postId: 'post', roomId: 'room', authorId: 'ann', clientId: null, text: 'x' };
  const rest = { kind: 'text', state: 'live', system: null, quoted: null, attached: null, editedAt: null } as const;
  return { ...facts, ...rest, seq, rev, createdAt: new Date(0) };
}

/** What readers are told that were sent everything up to rev 3, when the bus lost something and this is found to have changed since. */
async function toldOf(changed: Partial<ChangedRecord>): Promise<CommittedChange> {
  const emitter = { openPostIds: () => ['post'], onSilenceEnded: () => undefined, maySend: true } as unknown;
  const heads = { find: () => Promise.resolve([HEAD]) } as unknown as HeadsRepository;
  const found = { head: HEAD, readSeq: null, messages: undefined, ...changed };
  const messages = { changedSince: () => Promise.resolve(found) } as unknown as MessagesRepository;
  const told = Promise.withResolvers<CommittedChange>();
  const broadcaster = { sentRev: () => 3, onGap: () => undefined, repaired: told.resolve } as unknown;
  const bus = { onLoss: (watcher: () => void) => void setImmediate(watcher) } as NodeBus;
  const loop = new RevLoop(emitter as RealtimeEmitter, heads, messages, broadcaster as MessagesBroadcaster, bus);
  loop.onApplicationBootstrap();
  const change = await told.promise;
  loop.onModuleDestroy();
  return change;
}

describe('the rev loop', () => {
  it('says how far it brings readers: with what was committed after it looked at the head, too', async () => {
    const messages = [aMessage(2, 4), aMessage(4, 5), aMessage(5, 6)];
    const told = await toldOf({ head: { ...HEAD, lastSeq: 5, rev: 6 }, messages });
    expect(told).toMatchObject({ postId: 'post', roomId: 'room', prevRev: 3, rev: 6, lastSeq: 5 });
    expect(told.messages.map(({ seq }) => seq)).toEqual([2, 4, 5]);
  });

  it('says only that there is more when it would be too much', async () => {
    expect(await toldOf({ messages: undefined })).toMatchObject({ prevRev: 4, rev: 5, messages: [] });
  });
});
