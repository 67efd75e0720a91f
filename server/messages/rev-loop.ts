import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { NodeBus } from '../platform/nodes/node-bus.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { HeadsRepository } from './heads.repository.js';
import type { HeadRecord } from './message-record.js';
import { presentMessage } from './message.presenter.js';
import { MessagesBroadcaster } from './messages.broadcaster.js';
import { MessagesRepository } from './messages.repository.js';

const ROUND_MS = 5_000;

/**
 * The repair of fan-out: every few seconds, and at once when the bus lost something, it compares what this node's readers
 * were sent with what is stored, and sends what is missing.
 */
@Injectable()
export class RevLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(RevLoop.name);
  private timer?: NodeJS.Timeout;
  /** Posts to be compared; empty while nothing is to be done. */
  private readonly due = new Set<string>();
  private isRunning = false;

  constructor(
    private readonly emitter: RealtimeEmitter,
    private readonly heads: HeadsRepository,
    private readonly messages: MessagesRepository,
    private readonly broadcaster: MessagesBroadcaster,
    private readonly bus: NodeBus,
  ) {}

  onApplicationBootstrap(): void {
    const repairAll = (): void => {
      this.repairSoon(this.emitter.openPostIds());
    };
    this.timer = setInterval(repairAll, ROUND_MS);
    this.bus.onLoss(repairAll);
    this.emitter.onSilenceEnded(repairAll);
    this.broadcaster.onGap((postId) => {
      this.repairSoon([postId]);
      return true;
    });
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private repairSoon(postIds: readonly string[]): void {
    for (const postId of postIds) this.due.add(postId);
    if (this.isRunning || this.due.size === 0) return;
    this.isRunning = true;
    this.repairDue()
      .catch((error: unknown) => {
        this.logger.warn({ err: error }, 'What readers have cannot be compared with what is stored.');
      })
      .finally(() => {
        this.isRunning = false;
      });
  }

  /** One query for all posts, and one more for each that readers lack something of. */
  private async repairDue(): Promise<void> {
    while (this.due.size > 0) {
      const postIds = [...this.due];
      this.due.clear();
      for (const head of await this.heads.find(postIds)) await this.sendMissing(head);
    }
  }

  private async sendMissing({ postId, ...head }: HeadRecord): Promise<void> {
    const prevRev = this.broadcaster.sentRev(postId);
    if (prevRev === undefined || prevRev >= head.rev || !this.emitter.maySend) return;
    const changed = await this.messages.changedSince(postId, null, prevRev);
    if (!changed) return;
    const { roomId, rev, lastSeq } = changed.head;
    // Of more than a frame should carry readers are only told that they lack it: each catches up by itself.
    const { messages } = changed;
    const told = messages ? { prevRev, messages: messages.map(presentMessage) } : { prevRev: rev - 1, messages: [] };
    this.broadcaster.repaired({ postId, roomId, rev, lastSeq, ...told });
  }
}
