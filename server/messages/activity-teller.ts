import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Message } from '#contracts/message.dto.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { excerptOf } from './excerpt.js';
import type { CommittedChange } from './message-record.js';

/** At most one `activity` a post in this time; the last one is always told. */
const INTERVAL_MS = 1_000;

interface Lane {
  /** The newest message of the post that this node knows. */
  newest: Message;
  rev: number;
  isDue: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** Tells a room's members that one of its posts moved on, so that lists are right without having the post open. */
@Injectable()
export class ActivityTeller implements OnModuleDestroy {
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly emitter: RealtimeEmitter) {}

  onModuleDestroy(): void {
    for (const { timer } of this.lanes.values()) clearTimeout(timer);
    this.lanes.clear();
  }

  /** Takes a committed change; tells it unless it changed only messages older than the newest. */
  noteChange({ postId, rev, lastSeq, messages }: CommittedChange): void {
    const newest = messages.reduce<Message | undefined>(
      (best, one) => (best && best.seq > one.seq ? best : one),
      undefined,
    );
    const lane = this.lanes.get(postId);
    if (!newest || newest.seq < Math.max(lane?.newest.seq ?? 0, lastSeq)) return;
    if (!lane) {
      this.tell({ newest, rev, isDue: false, timer: undefined });
      return;
    }
    if (rev <= lane.rev) return;
    Object.assign(lane, { newest, rev, isDue: true });
  }

  private tell(lane: Lane): void {
    const { newest, rev } = lane;
    lane.isDue = false;
    lane.timer = setTimeout(() => {
      if (lane.isDue) this.tell(lane);
      else this.lanes.delete(newest.postId);
    }, INTERVAL_MS);
    lane.timer.unref();
    this.lanes.set(newest.postId, lane);
    this.emitter.toRoom(newest.roomId, 'activity', {
      ...{
        roomId: newest.roomId,
        postId: newest.postId,
        lastSeq: newest.seq,
        rev,
        authorId: newest.authorId,
        mentions: [],
      },
      at: newest.createdAt,
      excerpt: newest.state === 'live' ? excerptOf(newest.text || (newest.forwardedFrom?.text ?? '')) : '',
      ...(newest.system && { system: newest.system }),
    });
  }
}
