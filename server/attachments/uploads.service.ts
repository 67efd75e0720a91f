import type { Attachment } from '#contracts/attachment.dto.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/ids.js';
import { Storage } from '../platform/storage/storage.js';
import { keysOf } from './attachment-keys.js';
import { presentAttachment } from './attachment.presenter.js';
import { AttachmentUploaded } from './attachments.events.js';
import { AttachmentsRepository, type NewAttachment } from './attachments.repository.js';
import { inspectFile } from '../platform/pictures/inspect-file.js';
import type { ReceivedFile } from './received-file.js';
import { UploadPermits } from './upload-permits.js';

/** Takes files in, for a message that is yet to be sent. */
@Publishes(AttachmentUploaded)
export class UploadsService {
  constructor(
    private readonly permits: UploadPermits,
    private readonly repository: AttachmentsRepository,
    private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the file that `receive` brings; it is not called for who may not write in the room.
   * @throws AppError `not_found`, `forbidden`, `read_only`, `rate_limited`, `file_unusable`; what `receive` throws
   */
  async upload(userId: string, roomId: string, receive: () => Promise<ReceivedFile>): Promise<Attachment> {
    await this.permits.take(userId, roomId);
    const received = await receive();
    try {
      return await this.store(userId, roomId, received);
    } catch (error) {
      await this.storage.discard(received.scratch);
      throw error;
    }
  }

  private async store(
    uploaderId: string,
    roomId: string,
    { scratch, name, size, alt }: ReceivedFile,
  ): Promise<Attachment> {
    const { mime, picture } = await inspectFile(scratch);
    const id = newId();
    const attachment: NewAttachment = {
      ...{ id, roomId, uploaderId, name, mime, size, alt, createdAt: this.clock.date() },
      ...{ width: picture?.width ?? null, height: picture?.height ?? null, state: picture ? 'processing' : 'ready' },
    };
    const key = picture ? keysOf(id).original : keysOf(id).file;
    await this.storage.keep(scratch, key);
    try {
      await this.transactions.run(async () => {
        await this.permits.keep(roomId);
        await this.repository.insert(attachment);
        await this.events.publish(new AttachmentUploaded(id, picture !== undefined));
      });
    } catch (error) {
      await this.storage.remove([key]);
      throw error;
    }
    return presentAttachment({ ...attachment, hasThumbnail: false });
  }
}
