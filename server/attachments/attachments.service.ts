import { Publishes } from '../events/listener.decorators.js';
import { AttachmentProcessed } from './attachments.events.js';
import { AttachmentsRepository } from './attachments.repository.js';

/** Files of messages. */
@Publishes(AttachmentProcessed)
export class AttachmentsService {
  constructor(private readonly repository: AttachmentsRepository) {}

  /** The files of a message that is taken back answer 410 from now on. Inside the transaction that takes it back. */
  async discardOf(messageId: string): Promise<void> {
    await this.repository.markGone(messageId);
  }
}
