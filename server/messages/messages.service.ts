import { Injectable } from '@nestjs/common';
import type { Message, SendMessageDto } from '#contracts/message.dto.js';
import { AppError, notFound } from '../platform/errors/app-error.js';
import { asReference, isId, newId } from '../platform/ids/ids.js';
import { type PostAccess, PostAccessService } from '../posts/post-access.service.js';
import { emptyText } from './empty-text.js';
import { MessageEditor } from './message-editor.js';
import { MessageRetractor } from './message-retractor.js';
import { MessageWriter } from './message-writer.js';
import { presentMessage } from './message.presenter.js';
import { MessagesRepository } from './messages.repository.js';
import { SendLimits } from './send-limits.js';

/** A message that was taken in its turn; `stored` follows when it is committed. */
export interface AcceptedSend {
  stored: Promise<Message>;
}

/** What users do with messages, over HTTP and sockets alike. `MessageHistory` reads them. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly writer: MessageWriter,
    private readonly editor: MessageEditor,
    private readonly retractor: MessageRetractor,
    private readonly posts: PostAccessService,
    private readonly limits: SendLimits,
  ) {}

  /**
   * Takes a message: when this resolves its place in the order is fixed, when `stored` resolves it is committed.
   * The same `clientId` again is answered with the message stored before.
   * @throws AppError `not_found`, `forbidden`, `read_only`, `rate_limited`, `validation_failed`; `stored` rejects with
   *   `attachment_unusable`, `client_id_reused` or `validation_failed` at `replyToId`
   */
  async send(userId: string, postId: string, wish: SendMessageDto): Promise<AcceptedSend> {
    const { roomId, postId: id } = await this.openToSend(userId, postId);
    const attachmentIds = wish.attachmentIds ?? [];
    if (wish.text.trim() === '' && attachmentIds.length === 0) throw emptyText();
    const { clientId, text, replyToId = null } = wish;
    const draft = {
      id: newId(),
      postId: id,
      roomId,
      authorId: userId,
      clientId,
      text,
      system: null,
      replyToId,
      attachmentIds,
    };
    const outcome = this.writer.enqueue(draft);
    const stored = outcome.then((result) =>
      'message' in result ? presentMessage(result.message) : this.findSent(userId, id, clientId),
    );
    return { stored };
  }

  /** A post where the user may write, for one more message. @throws AppError `not_found`, `forbidden`, `read_only`, `rate_limited`, `busy` */
  async openToSend(userId: string, postId: string): Promise<PostAccess> {
    const access = await this.posts.openToWrite(userId, postId);
    await this.limits.take(userId, this.writer.backlog);
    return access;
  }

  /**
   * The message that the user stored under this key; both ids may be as they came in, whatever else came with them.
   * @throws AppError `not_found` when there is none, `client_id_reused` when it went to another post
   */
  async findSent(userId: string, postId: string, clientId: string): Promise<Message> {
    const keyId = asReference(clientId);
    const key = isId(keyId) ? await this.messages.findByKey(userId, keyId) : undefined;
    if (!key) throw notFound();
    if (key.postId !== asReference(postId))
      throw new AppError('client_id_reused', 'This clientId was used in another post.');
    const message = await this.messages.find(key.messageId);
    if (!message) throw notFound();
    return presentMessage(message);
  }

  /** Resolves once every accepted message is stored: for a shutdown that loses no answer. */
  async whenStored(): Promise<void> {
    await this.writer.whenIdle();
  }

  /** Gives an own message another text. @throws AppError `not_found`, `forbidden`, `read_only`, `edit_window_over`, `stale_edit` */
  async edit(userId: string, messageId: string, text: string, baseEditedAt?: string): Promise<Message> {
    return presentMessage(await this.editor.edit(userId, messageId, text, baseEditedAt));
  }

  /** Takes an own message back, for everyone and for good. @throws AppError `not_found`, `forbidden`, `read_only` */
  async recall(userId: string, messageId: string): Promise<Message> {
    return presentMessage(await this.retractor.recall(userId, messageId));
  }

  /** Removes anybody's message, by those who keep the room. @throws AppError `not_found`, `forbidden`, `read_only` */
  async remove(userId: string, messageId: string, reason: string): Promise<Message> {
    return presentMessage(await this.retractor.remove(userId, messageId, reason));
  }

  /** The same by an admin of the organisation, whatever they are in the room. @throws AppError `not_found`, `forbidden` */
  async removeAsAdmin(adminId: string, messageId: string, reason: string): Promise<Message> {
    return presentMessage(await this.retractor.removeAsAdmin(adminId, messageId, reason));
  }
}
