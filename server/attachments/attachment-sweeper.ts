import { Injectable } from '@nestjs/common';
import { JobQueue } from '../jobs/job-queue.js';
import { Clock } from '../platform/clock/clock.js';
import { isId } from '../platform/ids/ids.js';
import { Storage } from '../platform/storage/storage.js';
import { allKeysOf, ATTACHMENT_FOLDER, attachmentIdOf, keysOf } from './attachment-keys.js';
import { AttachmentsRepository } from './attachments.repository.js';

const MINUTE_MS = 60_000;
/** How long a file waits for its message. */
const UNSENT_MS = 24 * 60 * MINUTE_MS;
/** Younger files may belong to an upload that is not done yet. */
const SETTLED_MS = 60 * MINUTE_MS;
/** A picture that waits longer may have lost its job, as when Redis died before it had written it; a job that waits too stands for the new one. */
const PROCESSED_MS = MINUTE_MS;
const BATCH = 500;

/** Removes what uploads and crashes left behind, and sees to pictures whose job was lost. */
@Injectable()
export class AttachmentSweeper {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly storage: Storage,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Uploads never sent for a day, and bytes without a row. */
  async sweep(): Promise<void> {
    await this.storage.remove(allKeysOf(await this.repository.deleteUnsentBefore(this.ago(UNSENT_MS))));
    await this.sweepBytes();
  }

  /** Asks once more for pictures that nobody has processed. */
  async seeToPictures(): Promise<void> {
    for (const attachmentId of await this.repository.findUnprocessed(this.ago(PROCESSED_MS)))
      await this.jobs.add('process-attachment', attachmentId, { attachmentId });
  }

  private async sweepBytes(): Promise<void> {
    const settled = this.ago(SETTLED_MS);
    let keys: string[] = [];
    for await (const { key, changedAt } of this.storage.list(ATTACHMENT_FOLDER)) {
      if (changedAt < settled && isId(attachmentIdOf(key))) keys.push(key);
      if (keys.length < BATCH) continue;
      await this.removeUnreadable(keys);
      keys = [];
    }
    await this.removeUnreadable(keys);
  }

  private async removeUnreadable(keys: readonly string[]): Promise<void> {
    const ids = [...new Set(keys.map(attachmentIdOf))];
    if (ids.length === 0) return;
    const { dead, cleaned } = await this.repository.sort(ids);
    const unreadable = new Set([...allKeysOf(dead), ...cleaned.map((id) => keysOf(id).original)]);
    await this.storage.remove(keys.filter((key) => unreadable.has(key)));
  }

  private ago(milliseconds: number): Date {
    return new Date(this.clock.now() - milliseconds);
  }
}
