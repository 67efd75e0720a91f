import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import { JobQueue } from '../jobs/job-queue.js';
import { AttachmentUploaded } from './attachments.events.js';

/** Pictures are cleaned as soon as they are there, sent or not. */
@AfterCommit(AttachmentUploaded)
export class ProcessAttachmentWhenUploaded implements Listener<AttachmentUploaded> {
  constructor(private readonly jobs: JobQueue) {}

  async handle({ attachmentId, isPicture }: AttachmentUploaded): Promise<void> {
    if (isPicture) await this.jobs.add('process-attachment', attachmentId, { attachmentId });
  }
}
