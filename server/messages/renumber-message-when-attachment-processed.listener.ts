import { AttachmentProcessed } from '../attachments/attachments.events.js';
import { Transactions } from '../database/transactions.js';
import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { MessageRevs } from './message-revs.js';
import { MessagesRepository } from './messages.repository.js';

/** Readers of a message learn that its file is ready, or was rejected, like any other change of it. */
@InTransaction(AttachmentProcessed)
export class RenumberMessageWhenAttachmentProcessed implements Listener<AttachmentProcessed> {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly revs: MessageRevs,
    private readonly transactions: Transactions,
  ) {}

  /** Heads are locked before attachments everywhere, so the head is taken now and the number once the file is written. */
  async handle({ messageId }: AttachmentProcessed): Promise<void> {
    const found = messageId === null ? undefined : await this.messages.find(messageId);
    const head = found && (await this.revs.lock(found.postId));
    if (!head) return;
    this.transactions.beforeCommit(async () => {
      const message = await this.messages.find(found.id);
      if (message?.state === 'live') await this.revs.bump(head, [message.id]);
    });
  }
}
