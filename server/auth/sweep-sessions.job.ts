import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { Clock } from '../platform/clock/clock.js';
import { SessionsRepository } from './sessions.repository.js';

const KEPT_MS = 30 * 24 * 3_600_000;
const BATCH = 500;

/** Deletes sessions that have been over for thirty days, with the address and the browser of who had them. */
@JobHandler('sweep-sessions')
export class SweepSessions implements JobWork<'sweep-sessions'> {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now() - KEPT_MS);
    while ((await this.repository.deleteOverBefore(before, BATCH)) === BATCH);
  }
}
