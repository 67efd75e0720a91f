import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { Eraser } from './eraser.js';

/** Clears deleted rooms and posts. */
@JobHandler('erase-deleted')
export class EraseDeleted implements JobWork<'erase-deleted'> {
  constructor(private readonly eraser: Eraser) {}

  async run(): Promise<void> {
    await this.eraser.eraseAll();
  }
}
