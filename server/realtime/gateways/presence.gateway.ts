import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
} from '@nestjs/websockets';
import { type PresenceAck, TypingDto, WatchPresenceDto } from '#contracts/socket.dto.js';
import { PostAccessService } from '../../posts/post-access.service.js';
import { UsersService } from '../../users/users.service.js';
import { postChannel } from '../emitter/channels.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';
import { PresenceRegistry } from '../presence/presence.registry.js';
import { ChatGateway } from './chat-gateway.decorator.js';
import type { ChatSocket } from '../emitter/chat-socket.js';
import { PresenceWatches } from './presence-watches.js';

/** At most one `typing` of a socket in a post counts in this time. */
const TYPING_MS = 3_000;

/** Who is there, and who is writing. */
@ChatGateway()
export class PresenceGateway implements OnGatewayInit, OnGatewayDisconnect<ChatSocket> {
  private readonly typed = new WeakMap<ChatSocket, Map<string, number>>();

  constructor(
    private readonly presence: PresenceRegistry,
    private readonly watches: PresenceWatches,
    private readonly posts: PostAccessService,
    private readonly users: UsersService,
    private readonly emitter: RealtimeEmitter,
  ) {}

  afterInit(): void {
    this.presence.onChange((userId, isOnline, isHere) => {
      if (this.emitter.maySend) this.watches.tell(userId, isOnline);
      if (!isOnline && isHere) void this.users.markSeen(userId).catch(() => undefined);
    });
  }

  handleDisconnect(socket: ChatSocket): void {
    this.watches.remove(socket);
  }

  /** Replaces whom the socket watches; answers who of them is online, changes follow. */
  @SubscribeMessage('presence:watch')
  watch(@ConnectedSocket() socket: ChatSocket, @MessageBody() { userIds }: WatchPresenceDto): PresenceAck {
    this.watches.replace(socket, userIds);
    return { online: userIds.filter((userId) => this.presence.isOnline(userId)) };
  }

  /** Tells the others in a post that somebody is writing. Never acknowledged. */
  @SubscribeMessage('typing')
  async type(@ConnectedSocket() socket: ChatSocket, @MessageBody() { postId }: TypingDto): Promise<void> {
    const { userId } = socket.data;
    if (!this.isDue(socket, postId)) return;
    const access = await this.posts.openToWrite(userId, postId);
    this.emitter.toOthers(socket, postChannel(access.postId), 'typing', { postId: access.postId, userId });
  }

  private isDue(socket: ChatSocket, postId: string): boolean {
    const times = this.typed.get(socket) ?? new Map<string, number>();
    this.typed.set(socket, times);
    const now = performance.now();
    for (const [post, at] of times) if (now - at >= TYPING_MS) times.delete(post);
    if (times.has(postId)) return false;
    times.set(postId, now);
    return true;
  }
}
