import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SessionsService } from '../../auth/sessions.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { PostAccessService } from '../../posts/post-access.service.js';
import { postChannel, postOfChannel } from '../emitter/channels.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';
import type { ChatSocket } from '../emitter/chat-socket.js';
import { MembershipFollower } from './membership-follower.js';

const ROUND_MS = 5_000;
/** How long nodes may rely on what a round found; without another nothing more is sent to sockets. */
const TRUSTED_MS = 10_000;
/** How long a socket may go on after its token expired. */
const OVERDUE_MS = 30_000;

/**
 * Confirms every few seconds what the sockets of this node may hear. Changes count at once by their events; this is
 * for those made past them, such as from the command line or while Redis is away, and for tokens that nobody renewed.
 */
@Injectable()
export class PermissionKeeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(PermissionKeeper.name);
  private timer?: NodeJS.Timeout;
  private isRunning = false;

  constructor(
    private readonly emitter: RealtimeEmitter,
    private readonly sessions: SessionsService,
    private readonly memberships: MembershipFollower,
    private readonly posts: PostAccessService,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.emitter.trustUntil(performance.now() + TRUSTED_MS);
    this.timer = setInterval(() => void this.round(), ROUND_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async round(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    const begun = performance.now();
    try {
      await this.confirm();
      this.emitter.trustUntil(begun + TRUSTED_MS);
    } catch (error) {
      this.logger.warn({ err: error }, 'Permissions of sockets cannot be confirmed.');
    } finally {
      this.isRunning = false;
    }
  }

  /** One round over all sockets of this node: three queries, however many. */
  async confirm(): Promise<void> {
    const sockets = this.emitter.localSockets();
    if (sockets.length === 0) return;
    this.endOverdue(sockets);
    const ended = await this.sessions.findEnded([...new Set(sockets.map(({ data }) => data.sessionId))]);
    this.sessions.forget(ended);
    if (ended.length > 0) this.emitter.endSessions(ended, 'signed_out');
    await this.memberships.follow(sockets);
    await this.closeUnreadable(sockets);
  }

  private endOverdue(sockets: readonly ChatSocket[]): void {
    const now = this.clock.now();
    for (const socket of sockets) {
      if (socket.data.expiresAt + OVERDUE_MS > now) continue;
      socket.emit('session:ended', { reason: 'expired' });
      socket.disconnect(true);
    }
  }

  /** Takes sockets off posts that their users may no longer read: of visitors, whom no membership tells apart. */
  private async closeUnreadable(sockets: readonly ChatSocket[]): Promise<void> {
    const opened = sockets.flatMap(openPostsOf);
    if (opened.length === 0) return;
    const unreadable = await this.posts.findUnreadable(opened);
    for (const { userId, postId, roomId } of unreadable) {
      const theirs = opened.filter((one) => one.userId === userId && one.postId === postId);
      for (const { socket } of theirs) {
        await socket.leave(postChannel(postId));
        if (roomId !== null) socket.emit('room:deleted', { roomId });
      }
    }
  }
}

/** A loop, and nothing made on the way: it runs over every channel of every socket. */
function openPostsOf(socket: ChatSocket): { socket: ChatSocket; userId: string; postId: string }[] {
  const opened = [];
  for (const channel of socket.rooms) {
    const postId = postOfChannel(channel);
    if (postId !== undefined) opened.push({ socket, userId: socket.data.userId, postId });
  }
  return opened;
}
