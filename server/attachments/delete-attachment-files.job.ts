import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { Storage } from '../platform/storage/storage.js';
import { allKeysOf } from './attachment-keys.js';

/** Deletes the bytes of files whose message was taken back. */
@JobHandler('delete-attachment-files')
export class DeleteAttachmentFiles implements JobWork<'delete-attachment-files'> {
  constructor(private readonly storage: Storage) {}

  async run({ attachmentIds }: { attachmentIds: string[] }): Promise<void> {
    await this.storage.remove(allKeysOf(attachmentIds));
  }
}
