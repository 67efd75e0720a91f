import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { notFound } from '../platform/errors/app-error.js';
import { isId } from '../platform/ids/ids.js';
import { PostAccessService } from '../posts/post-access.service.js';
import type { MessageRecord } from './message-record.js';
import { MessageRevs } from './message-revs.js';
import type { Changer } from './message.policy.js';
import { MessagesRepository } from './messages.repository.js';

/** Changes of one stored message: each takes a rev, and so do the messages that quote it. */
@Injectable()
export class MessageChanger {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly revs: MessageRevs,
    private readonly posts: PostAccessService,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Changes a message that the user may read.
   * @param assertMay throws for who may not
   * @param apply makes the change inside the transaction; false when there is nothing to change
   * @returns the message as it is now
   * @throws AppError `not_found`; what `assertMay` and `apply` throw
   */
  async change(
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
      assertMay(message, { userId, role: room.role, isArchived: room.isArchived, isResolved: state === 'resolved' });
      if (!(await apply(message))) return message;
      const quoting = await this.messages.findQuoting(messageId);
      const [changed] = await this.revs.bump(head, [messageId, ...quoting]);
      return changed ?? message;
    });
  }
}
