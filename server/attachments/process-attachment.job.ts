import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { AppError } from '../platform/errors/app-error.js';
import { PictureProcessor } from './picture-processor.js';

/** Cleans an uploaded picture. One that cannot be processed, or ends the process time after time, is rejected; a storage that is away is waited for. */
@JobHandler('process-attachment')
export class ProcessAttachment implements JobWork<'process-attachment'> {
  constructor(private readonly pictures: PictureProcessor) {}

  async run({ attachmentId }: { attachmentId: string }): Promise<void> {
    await this.pictures.process(attachmentId);
  }

  async giveUp({ attachmentId }: { attachmentId: string }, reason: Error): Promise<void> {
    // None of the picture's faults: the sweep asks again.
    if (reason instanceof AppError && reason.code === 'unavailable') return;
    await this.pictures.reject(attachmentId);
  }
}
