import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import type { Message } from '#contracts/message.dto.js';
import {
  type MessageAck,
  RecallMessageDto,
  SocketEditMessageDto,
  SocketSendMessageDto,
} from '#contracts/socket.dto.js';
import { MessagesService } from '../../messages/messages.service.js';
import { AppError } from '../../platform/errors/app-error.js';
import { ContractPipe } from '../../platform/http/contract.pipe.js';
import { Later } from './acknowledge.js';
import { ChatGateway } from './chat-gateway.decorator.js';
import type { ChatSocket } from '../emitter/chat-socket.js';

/** Messages: sent, edited, recalled. */
@ChatGateway()
export class MessagesGateway {
  private readonly validation = new ContractPipe();

  constructor(private readonly messages: MessagesService) {}

  /** Sends a message. Its body is checked here and not by the pipe, because a key that is known is answered before validation. */
  @SubscribeMessage('message:send')
  async send(@ConnectedSocket() { data }: ChatSocket, @MessageBody() body: unknown): Promise<Later> {
    try {
      const wish = (await this.validation.transform(body, {
        type: 'body',
        metatype: SocketSendMessageDto,
      })) as SocketSendMessageDto;
      const { stored } = await this.messages.send(data.userId, wish.postId, wish);
      return new Later(stored.then((message) => ({ message })));
    } catch (refusal) {
      return new Later(this.answerKnown(data.userId, body, refusal));
    }
  }

  /** Gives an own message another text. */
  @SubscribeMessage('message:edit')
  async edit(
    @ConnectedSocket() { data }: ChatSocket,
    @MessageBody() { messageId, text, baseEditedAt }: SocketEditMessageDto,
  ): Promise<MessageAck> {
    return { message: await this.messages.edit(data.userId, messageId, text, baseEditedAt) };
  }

  /** Takes an own message back, for everyone and for good. */
  @SubscribeMessage('message:recall')
  async recall(
    @ConnectedSocket() { data }: ChatSocket,
    @MessageBody() { messageId }: RecallMessageDto,
  ): Promise<MessageAck> {
    return { message: await this.messages.recall(data.userId, messageId) };
  }

  /** A refused send may be one whose answer was lost: then the stored message is the answer. */
  private async answerKnown(userId: string, body: unknown, refusal: unknown): Promise<MessageAck> {
    const { clientId, postId } = (body ?? {}) as { clientId?: unknown; postId?: unknown };
    if (typeof clientId !== 'string' || typeof postId !== 'string') throw refusal;
    const message = await this.messages.findSent(userId, postId, clientId).catch((error: unknown): Message => {
      throw error instanceof AppError && error.code === 'client_id_reused' ? error : refusal;
    });
    return { message };
  }
}
