import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { ImageSweeper } from './image-sweeper.js';

/** Removes pictures that nobody shows. */
@JobHandler('sweep-images')
export class SweepImages implements JobWork<'sweep-images'> {
  constructor(private readonly sweeper: ImageSweeper) {}

  async run(): Promise<void> {
    await this.sweeper.sweep();
  }
}
