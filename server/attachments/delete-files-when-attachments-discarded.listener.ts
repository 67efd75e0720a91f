import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import { JobQueue } from '../jobs/job-queue.js';
import { AttachmentsDiscarded } from './attachments.events.js';

/** Bytes that nobody may read any more go soon. */
@AfterCommit(AttachmentsDiscarded)
export class DeleteFilesWhenAttachmentsDiscarded implements Listener<AttachmentsDiscarded> {
  constructor(private readonly jobs: JobQueue) {}

  async handle({ attachmentIds }: AttachmentsDiscarded): Promise<void> {
    const [first] = attachmentIds;
    if (first !== undefined) await this.jobs.add('delete-attachment-files', first, { attachmentIds });
  }
}
