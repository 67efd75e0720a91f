import { Injectable } from '@nestjs/common';
import type { ForwardMessageDto, Message, MessageSource } from '#contracts/message.dto.js';
import { notFound } from '../platform/errors/app-error.js';
import { isId, newId } from '../platform/ids/ids.js';
import { PostAccessService } from '../posts/post-access.service.js';
import { ForwardWriter } from './forward-writer.js';
import { ForwardsRepository } from './forwards.repository.js';
import type { MessageRecord, StoredForward } from './message-record.js';
import { assertCanForward } from './message.policy.js';
import { presentMessage } from './message.presenter.js';
import { MessagesRepository } from './messages.repository.js';
import { MessagesService } from './messages.service.js';

/** Brings messages into other posts. The copy is a message of its own: it stays when the other is taken back. */
@Injectable()
export class MessageForwarder {
  constructor(
    private readonly repository: MessagesRepository,
    private readonly forwards: ForwardsRepository,
    private readonly posts: PostAccessService,
    private readonly messages: MessagesService,
    private readonly writer: ForwardWriter,
  ) {}

  /**
   * Forwards a message that the user may read into a post where they may write, with words of their own or none. Of one that
   * forwards another, it is that other. The same `clientId` again is answered with the message stored before.
   * @throws AppError `not_found`, `forbidden`, `read_only`, `attachment_unusable`, `client_id_reused`, `rate_limited`
   */
  async forward(
    userId: string,
    messageId: string,
    { postId, clientId, text = '' }: ForwardMessageDto,
  ): Promise<Message> {
    const source = await this.open(userId, messageId);
    const target = await this.messages.openToSend(userId, postId);
    assertCanForward(source);
    const draft = {
      ...{
        id: newId(),
        postId: target.postId,
        roomId: target.roomId,
        authorId: userId,
        clientId,
      },
      ...{ text, system: null, replyToId: null, attachmentIds: [], forwarded: await this.wordsOf(source) },
    };
    const message = await this.writer.store(draft, source.id);
    return message ? presentMessage(message) : this.messages.findSent(userId, draft.postId, draft.clientId);
  }

  /** Where a forwarded message stands. @throws AppError `not_found` for who may not read it there, and when it is gone */
  async source(userId: string, messageId: string): Promise<MessageSource> {
    const found = isId(messageId) ? await this.forwards.find(messageId) : undefined;
    if (!found) throw notFound();
    await this.posts.open(userId, found.postId);
    const { messageId: sourceId, seq, postId } = found.source;
    const place = await this.posts.address(userId, postId);
    if (!(await this.repository.find(sourceId))) throw notFound();
    return { ...place, messageId: sourceId, seq };
  }

  private async open(userId: string, messageId: string): Promise<MessageRecord> {
    const message = isId(messageId) ? await this.repository.find(messageId) : undefined;
    if (!message) throw notFound();
    await this.posts.open(userId, message.postId);
    return message;
  }

  private async wordsOf({ id, postId, roomId, seq, authorId, createdAt, text }: MessageRecord): Promise<StoredForward> {
    const forwarded = await this.forwards.find(id);
    return forwarded?.source ?? { messageId: id, postId, roomId, seq, authorId, at: createdAt.toISOString(), text };
  }
}
