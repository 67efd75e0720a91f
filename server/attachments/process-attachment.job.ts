import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { PictureProcessor } from './picture-processor.js';

/** Cleans an uploaded picture. One that cannot be processed, or ends the process twice, is rejected. */
@JobHandler('process-attachment')
export class ProcessAttachment implements JobWork<'process-attachment'> {
  constructor(private readonly pictures: PictureProcessor) {}

  async run({ attachmentId }: { attachmentId: string }): Promise<void> {
    await this.pictures.process(attachmentId);
  }

  async giveUp({ attachmentId }: { attachmentId: string }): Promise<void> {
    await this.pictures.reject(attachmentId);
  }
}
