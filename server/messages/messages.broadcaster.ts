import { Injectable } from '@nestjs/common';
import { NodeBus } from '../platform/nodes/node-bus.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { ActivityTeller } from './activity-teller.js';
import type { StoredRow } from './message-batch.repository.js';
import type { CommittedChange, MessageRecord, SenderMark } from './message-record.js';
import { FramePacer } from './frame-pacer.js';
import { FrameSequencer } from './frame-sequencer.js';
import { presentMessage } from './message.presenter.js';

/** What one node committed, as it tells the others. */
interface Committed {
  changes: CommittedChange[];
  marks: SenderMark[];
}

/** Tells readers what was committed, on whichever node: one frame a post a flush, in the order of revs, each encoded once a node. */
@Injectable()
export class MessagesBroadcaster {
  private readonly pacer = new FramePacer(
    (change) => {
      this.emit(change);
    },
    (postId) => this.emitter.readersOf(postId),
  );
  private readonly frames = new FrameSequencer(
    (change) => {
      this.pacer.offer(change);
    },
    (postId) => this.emitter.readersOf(postId) > 0 && this.fillGap(postId),
    () => this.emitter.maySend,
  );
  private fillGap: (postId: string) => boolean = () => false;

  constructor(
    private readonly emitter: RealtimeEmitter,
    private readonly activity: ActivityTeller,
    private readonly bus: NodeBus,
  ) {
    bus.on('messages', (committed: Committed) => {
      this.deliver(committed);
    });
  }

  /** Tells of a batch of new messages, and the senders' other devices that they have read up to there. */
  sent(messages: readonly MessageRecord[], rows: readonly StoredRow[]): void {
    this.tell({ changes: changesOf(messages), marks: marksOf(messages, rows) });
  }

  /** Tells of a committed change. */
  changed(change: CommittedChange): void {
    this.tell({ changes: [change], marks: [] });
  }

  /** Tells the readers of this node what they missed. */
  repaired(change: CommittedChange): void {
    this.deliver({ changes: [change], marks: [] });
  }

  /** Calls `fill` when readers lack a change of a post that later ones wait for; it says whether it will be repaired. */
  onGap(fill: (postId: string) => boolean): void {
    this.fillGap = fill;
  }

  /** Notes that a socket opened a post and has its changes up to `rev`. */
  opened(postId: string, rev: number): void {
    this.frames.follow(postId, rev, this.emitter.readersOf(postId) <= 1);
  }

  /** The last rev that readers of a post have been sent; undefined when none was followed. */
  sentRev(postId: string): number | undefined {
    return this.frames.revOf(postId);
  }

  private tell(committed: Committed): void {
    this.deliver(committed);
    this.bus.tell('messages', committed);
  }

  // What may not be sent now is not noted as sent: the rev loop finds it.
  private deliver({ changes, marks }: Committed): void {
    if (!this.emitter.maySend) return;
    for (const change of changes) {
      this.frames.offer(change);
      this.activity.noteChange(change);
    }
    for (const { userId, ...mark } of marks) this.emitter.toUser(userId, 'read', mark);
  }

  // It may have been held back until nothing may be sent any more.
  private emit(change: CommittedChange): void {
    const { postId, prevRev, rev, messages } = change;
    const wasSent = this.emitter.toPost(postId, 'messages', { postId, prevRev, rev, items: messages });
    if (!wasSent) this.frames.unsent(change);
  }
}

function marksOf(messages: readonly MessageRecord[], rows: readonly StoredRow[]): SenderMark[] {
  const marks = new Map(rows.map((row) => [row.id, row]));
  return messages.flatMap(({ id, postId, authorId }) => {
    const mark = marks.get(id);
    return mark ? [{ userId: authorId, postId, readSeq: mark.readSeq, version: mark.readVersion }] : [];
  });
}

function changesOf(messages: readonly MessageRecord[]): CommittedChange[] {
  const byPost = Map.groupBy(messages, ({ postId }) => postId);
  return [...byPost.values()].flatMap((ofPost) => {
    const [first, last] = [ofPost[0], ofPost.at(-1)];
    if (!first || !last) return [];
    const { postId, roomId } = first;
    const revs = { prevRev: first.rev - 1, rev: last.rev, lastSeq: last.seq };
    return [{ postId, roomId, ...revs, messages: ofPost.map(presentMessage) }];
  });
}
