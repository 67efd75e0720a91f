import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { HeadsRepository } from './heads.repository.js';
import type { HeadRecord } from './message-record.js';
import { MessagesBroadcaster } from './messages.broadcaster.js';
import { MessagesRepository } from './messages.repository.js';

const ROUND_MS = 5_000;
/** With more missed than this, readers catch up by themselves when they see the gap. */
const LONGEST_REPAIR = 500;

/**
 * The repair of fan-out: every few seconds it compares what this node's readers were sent with what is stored, and sends
 * what is missing. It finds what another process wrote, such as a worker that has a thumbnail ready.
 */
@Injectable()
export class RevLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(RevLoop.name);
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly emitter: RealtimeEmitter,
    private readonly heads: HeadsRepository,
    private readonly messages: MessagesRepository,
    private readonly broadcaster: MessagesBroadcaster,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.repair().catch((error: unknown) => {
        this.logger.warn({ err: error }, 'What readers have cannot be compared with what is stored.');
      });
    }, ROUND_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** One round: one query for all open posts, and one more for each that readers lack something of. */
  async repair(): Promise<void> {
    const postIds = this.emitter.openPostIds();
    const heads = postIds.length === 0 ? [] : await this.heads.find(postIds);
    for (const head of heads) await this.sendMissing(head);
  }

  private async sendMissing({ postId, roomId, ...head }: HeadRecord): Promise<void> {
    const prevRev = this.broadcaster.sentRev(postId);
    if (prevRev === undefined || prevRev >= head.rev) return;
    const messages = await this.messages.findChanged(postId, prevRev, LONGEST_REPAIR + 1);
    const isWhole = messages.length <= LONGEST_REPAIR;
    // They are read later than the head: what was committed in between is among them.
    const rev = isWhole ? Math.max(head.rev, ...messages.map((message) => message.rev)) : head.rev;
    const lastSeq = Math.max(head.lastSeq, ...messages.map(({ seq }) => seq));
    this.broadcaster.changed({
      ...{ postId, roomId, rev, lastSeq },
      prevRev: isWhole ? prevRev : rev - 1,
      messages: isWhole ? messages : [],
    });
  }
}
