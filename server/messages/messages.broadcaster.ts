import { Injectable } from '@nestjs/common';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { ActivityTeller } from './activity-teller.js';
import type { StoredRow } from './message-batch.repository.js';
import type { CommittedChange, MessageRecord } from './message-record.js';
import { FrameSequencer } from './frame-sequencer.js';
import { presentMessage } from './message.presenter.js';

/** Tells readers what was committed: one frame a post a flush, in the order of revs, each encoded once. */
@Injectable()
export class MessagesBroadcaster {
  private readonly frames = new FrameSequencer((change) => {
    this.emit(change);
  });

  constructor(
    private readonly emitter: RealtimeEmitter,
    private readonly activity: ActivityTeller,
  ) {}

  /** Tells of a batch of new messages, and the senders' other devices that they have read up to there. */
  sent(messages: readonly MessageRecord[], rows: readonly StoredRow[]): void {
    for (const change of changesOf(messages)) this.changed(change);
    const marks = new Map(rows.map((row) => [row.id, row]));
    for (const { id, postId, authorId } of messages) {
      const mark = marks.get(id);
      if (mark) this.emitter.toUser(authorId, 'read', { postId, readSeq: mark.readSeq, version: mark.readVersion });
    }
  }

  /** Tells of a committed change. */
  changed(change: CommittedChange): void {
    this.frames.offer(change);
    this.activity.noteChange(change);
  }

  /** Notes that a socket opened a post and has its changes up to `rev`. */
  opened(postId: string, rev: number): void {
    this.frames.follow(postId, rev);
  }

  /** The last rev that readers of a post have been sent; undefined when none was followed. */
  sentRev(postId: string): number | undefined {
    return this.frames.revOf(postId);
  }

  private emit({ postId, prevRev, rev, messages }: CommittedChange): void {
    this.emitter.toPost(postId, 'messages', { postId, prevRev, rev, items: messages.map(presentMessage) });
  }
}

function changesOf(messages: readonly MessageRecord[]): CommittedChange[] {
  const byPost = Map.groupBy(messages, ({ postId }) => postId);
  return [...byPost.values()].flatMap((ofPost) => {
    const [first, last] = [ofPost[0], ofPost.at(-1)];
    return first && last
      ? [
          {
            postId: first.postId,
            roomId: first.roomId,
            prevRev: first.rev - 1,
            rev: last.rev,
            lastSeq: last.seq,
            messages: ofPost,
          },
        ]
      : [];
  });
}
