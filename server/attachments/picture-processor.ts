import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { FailPoints } from '../platform/fail-points/fail-points.js';
import { Storage } from '../platform/storage/storage.js';
import { allKeysOf, keysOf } from './attachment-keys.js';
import type { OwnedAttachment, ProcessedPicture } from './attachment-record.js';
import { AttachmentProcessed } from './attachments.events.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { withEnding } from './file-name.js';
import { pictureFormat } from '../platform/pictures/picture-formats.js';
import { cleanPicture, makeThumbnail } from '../platform/pictures/pictures.js';

/** Makes uploaded pictures fit for others. Stopped anywhere and run again it ends the same. */
@Publishes(AttachmentProcessed)
export class PictureProcessor {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
    private readonly failPoints: FailPoints,
  ) {}

  /** Cleans a picture, makes its thumbnail and says so; one that cannot be read is rejected. */
  async process(id: string): Promise<void> {
    const found = await this.findOpen(id);
    if (found) await this.settle(id, await this.make(found));
    await this.tidy(id);
  }

  /** Rejects a picture that could not be processed. */
  async reject(id: string): Promise<void> {
    await this.settle(id, undefined);
    await this.tidy(id);
  }

  private async make({ id, name, mime }: OwnedAttachment): Promise<ProcessedPicture | undefined> {
    const format = pictureFormat(mime);
    if (!format) return undefined;
    const keys = keysOf(id);
    const [file, thumbnail] = [this.storage.scratch(), this.storage.scratch()];
    try {
      const cleaned = await this.storage.withLocal(keys.original, (path) => cleanPicture(path, file, format));
      if (!cleaned || !(await makeThumbnail(file, thumbnail))) return undefined;
      await this.storage.keep(thumbnail, keys.thumbnail);
      this.failPoints.reach('picture-cleaned');
      await this.storage.keep(file, keys.file);
      return { ...cleaned, mime: format.mime, name: format.mime === mime ? name : withEnding(name, format.ending) };
    } finally {
      await this.storage.discard(file);
      await this.storage.discard(thumbnail);
    }
  }

  /** Again when the message was sent meanwhile: then its readers are to be told. */
  private async settle(id: string, result: ProcessedPicture | undefined): Promise<void> {
    for (;;) {
      const found = await this.findOpen(id);
      if (!found) return;
      const { messageId } = found;
      const isSettled = await this.transactions.run(async () => {
        await this.events.publish(new AttachmentProcessed(id, messageId));
        return this.repository.settle(id, messageId, result);
      });
      if (isSettled) return;
    }
  }

  private async findOpen(id: string): Promise<OwnedAttachment | undefined> {
    const found = await this.repository.find(id);
    return found?.state === 'processing' && !found.isGone ? found : undefined;
  }

  /** Leaves only the bytes that somebody may read. */
  private async tidy(id: string): Promise<void> {
    const found = await this.repository.find(id);
    const isReadable = found?.state === 'ready' && !found.isGone;
    const isUsed = isReadable || (await this.repository.findUnused([id])).length === 0;
    await this.storage.remove(isUsed ? [keysOf(id).original] : allKeysOf([id]));
  }
}
