import { InjectQueue } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Config } from '../platform/config/config.js';
import { TroubleLog } from '../platform/logging/trouble-log.js';
import { JOB_NAMES, type JobName, type JobPayload, JOBS } from './job-catalogue.js';
import { closeWithin, within } from './within.js';

export const QUEUE_NAME = 'jobs';

/** Redis that is away makes an add wait for ever; whoever adds is told instead. */
const PATIENCE_MS = 5_000;
const GOODBYE_MS = 2_000;

/** Where work is left for later. */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly trouble = new TroubleLog(this.logger);

  constructor(
    @InjectQueue(QUEUE_NAME) private readonly queue: Queue,
    private readonly config: Config,
  ) {
    // From the first moment: BullMQ prints what nobody hears with its stack, also when the start fails and nothing is closed.
    queue.on('error', (error) => {
      this.trouble.warn(`The job queue cannot be reached: ${error.message}`);
    });
  }

  onApplicationBootstrap(): void {
    if (this.config.runsJobs) {
      void this.schedule().catch((error: unknown) => {
        this.logger.error({ err: error }, 'Repeated jobs cannot be scheduled.');
      });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await closeWithin(GOODBYE_MS, this.queue);
  }

  /**
   * Leaves a job. A job of the same name and id that still waits or runs stands for this one too.
   * Call it where nobody waits: in an `@AfterCommit` listener, whose outbox repairs a failure, or in another job.
   * @param id tells equal jobs apart from others, as the id of what is worked on
   * @throws Error when the queue does not take it within five seconds
   */
  async add<Name extends JobName>(name: Name, id: string, payload: JobPayload<Name>): Promise<void> {
    await within(PATIENCE_MS, this.put(name, id, payload));
  }

  private async schedule(): Promise<void> {
    for (const name of JOB_NAMES) {
      const { everyMs } = JOBS[name];
      if (everyMs === undefined) continue;
      await this.queue.upsertJobScheduler(name, { every: everyMs }, { name, data: {} });
      await this.put(name, 'start', {});
    }
  }

  /** A job that failed and is kept would stand for the new one too, and never run. */
  private async put(name: JobName, id: string, payload: object): Promise<void> {
    const jobId = `${name}.${id}`;
    const former = await this.queue.getJob(jobId);
    if (await former?.isFailed()) await former?.remove();
    await this.queue.add(name, payload, { jobId });
  }
}
