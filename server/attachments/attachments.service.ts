import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import type { Attachment } from '#contracts/attachment.dto.js';
import { notFound } from '../platform/errors/app-error.js';
import { isId } from '../platform/ids/ids.js';
import { Storage } from '../platform/storage/storage.js';
import { allKeysOf } from './attachment-keys.js';
import type { OwnedAttachment } from './attachment-record.js';
import { assertCanChange } from './attachment.policy.js';
import { presentAttachment } from './attachment.presenter.js';
import { AttachmentsDiscarded } from './attachments.events.js';
import { AttachmentsRepository } from './attachments.repository.js';

/** Uploaded files, changed and removed. `UploadsService` takes them in. */
@Publishes(AttachmentsDiscarded)
export class AttachmentsService {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly storage: Storage,
    private readonly events: EventBus,
  ) {}

  /** Says what an own file that is not sent yet shows; absent: as it is. @throws AppError `not_found`, `read_only` */
  async describe(userId: string, id: string, alt: string | undefined): Promise<Attachment> {
    await this.findChangeable(userId, id);
    if (alt !== undefined) await this.repository.setAlt(id, userId, alt === '' ? null : alt);
    return presentAttachment(await this.findChangeable(userId, id));
  }

  /** Removes an own file that is not sent yet, with its bytes. @throws AppError `not_found`, `read_only` */
  async remove(userId: string, id: string): Promise<void> {
    await this.findChangeable(userId, id);
    // Sent or removed in between: the present state says which.
    if (!(await this.repository.deleteUnsent(id, userId))) await this.findChangeable(userId, id);
    await this.storage.remove(allKeysOf([id]));
  }

  /** The files of a message that is taken back answer 410 from now on. Inside the transaction that takes it back. */
  async discardOf(messageId: string): Promise<void> {
    const ids = await this.repository.markGone(messageId);
    if (ids.length > 0) await this.events.publish(new AttachmentsDiscarded(ids));
  }

  /** Removes the files of messages that are deleted, inside the transaction that deletes them; their bytes go after it. */
  async deleteOf(messageIds: readonly string[]): Promise<void> {
    const ids = await this.repository.deleteOf(messageIds);
    if (ids.length > 0) await this.events.publish(new AttachmentsDiscarded(ids));
  }

  private async findChangeable(userId: string, id: string): Promise<OwnedAttachment> {
    if (!isId(id)) throw notFound();
    return assertCanChange(await this.repository.find(id), userId);
  }
}
