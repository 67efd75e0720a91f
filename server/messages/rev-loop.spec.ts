import { describe, expect, it } from '@jest/globals';
import type { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import type { HeadsRepository } from './heads.repository.js';
import type { CommittedChange, MessageRecord } from './message-record.js';
import type { MessagesBroadcaster } from './messages.broadcaster.js';
import type { MessagesRepository } from './messages.repository.js';
import { RevLoop } from './rev-loop.js';

const HEAD = { postId: 'post', roomId: 'room', firstSeq: 1, lastSeq: 4, rev: 5, activeAt: new Date(0) };

/** What a round tells readers that were sent everything up to rev 3, when these messages have changed since. */
async function toldOf(changed: { seq: number; rev: number }[]): Promise<CommittedChange[]> {
  const told: CommittedChange[] = [];
  const emitter = { openPostIds: () => ['post'] } as RealtimeEmitter;
  const heads = { find: () => Promise.resolve([HEAD]) } as unknown as HeadsRepository;
  const messages = { findChanged: () => Promise.resolve(changed as MessageRecord[]) } as unknown as MessagesRepository;
  const broadcaster = {
    sentRev: () => 3,
    changed: (change: CommittedChange) => {
      told.push(change);
    },
  } as unknown as MessagesBroadcaster;
  await new RevLoop(emitter, heads, messages, broadcaster).repair();
  return told;
}

describe('the rev loop', () => {
  it('says how far it brings readers: with what was committed after it looked at the head, too', async () => {
    const messages = [
      { seq: 4, rev: 5 },
      { seq: 2, rev: 4 },
      { seq: 5, rev: 6 },
    ];
    expect(await toldOf(messages)).toEqual([
      { postId: 'post', roomId: 'room', prevRev: 3, rev: 6, lastSeq: 5, messages },
    ]);
  });

  it('says only that there is more when it would be too much', async () => {
    const many = Array.from({ length: 501 }, (_, n) => ({ seq: n + 1, rev: n + 4 }));
    expect(await toldOf(many)).toMatchObject([{ prevRev: 4, rev: 5, messages: [] }]);
  });
});
