import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { AttachmentSweeper } from './attachment-sweeper.js';

/** Sees to it that every picture is processed, also one whose job was lost. */
@JobHandler('see-to-pictures')
export class SeeToPictures implements JobWork<'see-to-pictures'> {
  constructor(private readonly sweeper: AttachmentSweeper) {}

  async run(): Promise<void> {
    await this.sweeper.seeToPictures();
  }
}
