import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import { ClosePostDto, type OpenedAck, OpenPostDto, type ReadAck, ReadPostDto } from '#contracts/socket.dto.js';
import { MessageHistory } from '../../messages/message-history.js';
import { ReadMarksService } from '../../messages/read-marks.service.js';
import { AppError } from '../../platform/errors/app-error.js';
import { PostAccessService } from '../../posts/post-access.service.js';
import { postChannel, userChannel } from '../emitter/channels.js';
import { RealtimeEmitter } from '../emitter/realtime-emitter.js';
import { ChatGateway } from './chat-gateway.decorator.js';
import type { ChatSocket } from '../emitter/chat-socket.js';
import { StuckReaders } from './stuck-readers.js';

/** Posts that are looked at, and how far. */
@ChatGateway()
export class PostsGateway {
  constructor(
    private readonly history: MessageHistory,
    private readonly posts: PostAccessService,
    private readonly marks: ReadMarksService,
    private readonly emitter: RealtimeEmitter,
    private readonly stuck: StuckReaders,
  ) {}

  /** Opens a post: from now on its frames come, and the answer is what was there. Both together miss nothing. */
  @SubscribeMessage('post:open')
  async open(@ConnectedSocket() socket: ChatSocket, @MessageBody() { postId, rev }: OpenPostDto): Promise<OpenedAck> {
    const { userId } = socket.data;
    const access = await this.posts.open(userId, postId);
    const channel = postChannel(access.postId);
    const wasOpen = socket.rooms.has(channel);
    await socket.join(channel);
    try {
      // Asks once more whether the user may read: a revocation between the first answer and the joining would not have found this socket.
      const opened = await this.history.open(userId, access.postId, rev);
      this.stuck.look(socket);
      return opened;
    } catch (error) {
      // Who had it open and asks again goes on hearing it, unless it may not be read any more.
      if (!wasOpen || error instanceof AppError) await socket.leave(channel);
      throw error;
    }
  }

  /** Ends the frames of a post. */
  @SubscribeMessage('post:close')
  async close(@ConnectedSocket() socket: ChatSocket, @MessageBody() { postId }: ClosePostDto): Promise<void> {
    await socket.leave(postChannel(postId));
  }

  /** Marks a post as read up to a message. */
  @SubscribeMessage('post:read')
  async read(@ConnectedSocket() socket: ChatSocket, @MessageBody() { postId, seq }: ReadPostDto): Promise<ReadAck> {
    return this.tellOthers(socket, postId, await this.marks.read(socket.data.userId, postId, seq));
  }

  /** Marks a post as unread from a message on. */
  @SubscribeMessage('post:unread')
  async unread(@ConnectedSocket() socket: ChatSocket, @MessageBody() { postId, seq }: ReadPostDto): Promise<ReadAck> {
    return this.tellOthers(socket, postId, await this.marks.unread(socket.data.userId, postId, seq));
  }

  private tellOthers(socket: ChatSocket, postId: string, mark: ReadAck): ReadAck {
    this.emitter.toOthers(socket, userChannel(socket.data.userId), 'read', { postId, ...mark });
    return mark;
  }
}
