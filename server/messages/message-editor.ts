import { Injectable } from '@nestjs/common';
import { AttachmentsService } from '../attachments/attachments.service.js';
import { Transactions } from '../database/transactions.js';
import { AppError, notFound } from '../platform/errors/app-error.js';
import { isId } from '../platform/ids/ids.js';
import { PostAccessService } from '../posts/post-access.service.js';
import { MessageChangesRepository } from './message-changes.repository.js';
import type { MessageRecord } from './message-record.js';
import { emptyText } from './empty-text.js';
import { type Changer, assertCanEdit, assertCanRecall } from './message.policy.js';
import { presentMessage } from './message.presenter.js';
import { MessageRevs } from './message-revs.js';
import { MessagesRepository } from './messages.repository.js';

/** Changes of stored messages by their authors: each takes a rev, and so do the messages that quote it. */
@Injectable()
export class MessageEditor {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly changes: MessageChangesRepository,
    private readonly revs: MessageRevs,
    private readonly posts: PostAccessService,
    private readonly attachments: AttachmentsService,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Gives an own message another text. The same text again changes nothing.
   * @param baseEditedAt when the text that was changed had been written (ISO 8601); absent: whatever is there is replaced
   * @returns the message as it is now
   * @throws AppError `not_found`, `forbidden`, `read_only`, `stale_edit` with the present message
   */
  async edit(
    userId: string,
    messageId: string,
    text: string,
    baseEditedAt: string | undefined,
  ): Promise<MessageRecord> {
    return this.change(userId, messageId, assertCanEdit, async (message) => {
      if (message.text === text) return false;
      refuseStale(message, baseEditedAt);
      refuseEmpty(message, text);
      await this.changes.setText(message.id, text);
      return true;
    });
  }

  /** Takes an own message back, for everyone and for good, with its files. Again changes nothing. @throws AppError as `edit` */
  async recall(userId: string, messageId: string): Promise<MessageRecord> {
    return this.change(userId, messageId, assertCanRecall, async (message) => {
      if (message.state !== 'live') return false;
      await this.changes.recall(message.id);
      await this.attachments.discardOf(message.id);
      return true;
    });
  }

  private async change(
    userId: string,
    messageId: string,
    assertMay: (message: MessageRecord, changer: Changer) => void,
    apply: (message: MessageRecord) => Promise<boolean>,
  ): Promise<MessageRecord> {
    if (!isId(messageId)) throw notFound();
    return this.transactions.run(async () => {
      const found = await this.messages.find(messageId);
      if (!found) throw notFound();
      const { room, state } = await this.posts.open(userId, found.postId);
      const head = await this.revs.lock(found.postId);
      const message = await this.messages.find(messageId);
      if (!message || !head) throw notFound();
      assertMay(message, {
        userId,
        isMember: room.role !== null,
        isArchived: room.isArchived,
        isResolved: state === 'resolved',
      });
      if (!(await apply(message))) return message;
      const quoting = await this.messages.findQuoting(messageId);
      const [changed] = await this.revs.bump(head, [messageId, ...quoting]);
      return changed ?? message;
    });
  }
}

function refuseStale(message: MessageRecord, baseEditedAt: string | undefined): void {
  const present = (message.editedAt ?? message.createdAt).getTime();
  if (baseEditedAt === undefined || new Date(baseEditedAt).getTime() === present) return;
  throw new AppError('stale_edit', 'The message was edited meanwhile.', { current: presentMessage(message) });
}

function refuseEmpty(message: MessageRecord, text: string): void {
  if (text.trim() !== '' || (message.attached?.length ?? 0) > 0) return;
  throw emptyText();
}
