import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { Storage } from '../platform/storage/storage.js';
import { allKeysOf } from './attachment-keys.js';
import { AttachmentsRepository } from './attachments.repository.js';

/** Deletes bytes that some file had whose message was taken back, once no other file has them. */
@JobHandler('delete-attachment-files')
export class DeleteAttachmentFiles implements JobWork<'delete-attachment-files'> {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly storage: Storage,
  ) {}

  async run({ attachmentIds }: { attachmentIds: string[] }): Promise<void> {
    await this.storage.remove(allKeysOf(await this.attachments.findUnused(attachmentIds)));
  }
}
