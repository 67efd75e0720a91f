import type { Listener } from '../events/event.js';
import { AttachmentProcessed } from '../attachments/attachments.events.js';
import { InTransaction } from '../events/listener.decorators.js';
import { MessageRevs } from './message-revs.js';
import { MessagesRepository } from './messages.repository.js';

/** Readers of a message learn that its file is ready, or was rejected, like any other change of it. */
@InTransaction(AttachmentProcessed)
export class RenumberMessageWhenAttachmentProcessed implements Listener<AttachmentProcessed> {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly revs: MessageRevs,
  ) {}

  async handle({ messageId }: AttachmentProcessed): Promise<void> {
    const message = messageId === null ? undefined : await this.messages.find(messageId);
    if (message?.state !== 'live') return;
    const head = await this.revs.lock(message.postId);
    if (head) await this.revs.bump(head, [message.id]);
  }
}
