import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { AttachmentSweeper } from './attachment-sweeper.js';

/** Removes files that no message will ever have. */
@JobHandler('sweep-attachments')
export class SweepAttachments implements JobWork<'sweep-attachments'> {
  constructor(private readonly sweeper: AttachmentSweeper) {}

  async run(): Promise<void> {
    await this.sweeper.sweep();
  }
}
