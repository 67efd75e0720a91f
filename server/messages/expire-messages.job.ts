import { JobHandler, type JobWork } from '../jobs/job-handler.decorator.js';
import { Organisation } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Retention } from './retention.js';

const DAY_MS = 24 * 3_600_000;

/** Deletes messages that are older than the organisation keeps them. */
@JobHandler('expire-messages')
export class ExpireMessages implements JobWork<'expire-messages'> {
  constructor(
    private readonly retention: Retention,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.retention.deleteBefore(() => this.endOfTime());
  }

  /** The settings may change while it runs. */
  private async endOfTime(): Promise<Date | undefined> {
    const { retentionDays } = await this.organisation.current();
    return retentionDays === null ? undefined : new Date(this.clock.now() - retentionDays * DAY_MS);
  }
}
