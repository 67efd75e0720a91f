import { BullRegistrar, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Config } from '../platform/config/config.js';
import { errorFields } from '../platform/logging/error-fields.js';
import { TroubleLog } from '../platform/logging/trouble-log.js';
import { isJobName, type JobName, type JobPayload } from './job-catalogue.js';
import { JobRegistry } from './job-registry.js';
import { QUEUE_NAME } from './job-queue.js';
import { closeWithin } from './within.js';

/** Jobs at once: pictures are the heavy ones, and each may take the memory of a large one unpacked. */
const CONCURRENCY = 2;
/** A job whose process died is taken up again after at most both together. */
const LOCK_MS = 10_000;
const LOOK_MS = 5_000;
/** How often a job may be taken up again after its process died: one that is to blame for it must not go on for ever. */
const DEATHS = 3;
/** How soon jobs are asked for again when what keeps them was away; a stop waits for this too. */
const RETURN_MS = 1_000;
/** How long a stop waits for running jobs; what is not done by then runs again after the next start. */
const GOODBYE_MS = 6_000;

/** Runs jobs by their handlers, in the processes that are to. */
@Processor(QUEUE_NAME, {
  concurrency: CONCURRENCY,
  lockDuration: LOCK_MS,
  stalledInterval: LOOK_MS,
  maxStalledCount: DEATHS,
  runRetryDelay: RETURN_MS,
})
export class JobWorker extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly trouble = new TroubleLog(this.logger);
  private isRunning = false;

  constructor(
    private readonly registry: JobRegistry,
    private readonly registrar: BullRegistrar,
    private readonly config: Config,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    if (!this.config.runsJobs) return;
    this.registrar.register();
    this.isRunning = true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.isRunning) return;
    const isDone = await closeWithin(GOODBYE_MS, this.worker);
    if (!isDone) this.logger.warn('Jobs did not end in time; what is not done runs again after the next start.');
  }

  async process({ name, data }: Job<JobPayload<JobName>>): Promise<void> {
    if (!isJobName(name)) throw new Error(`There is no job ${name}.`);
    await this.registry
      .of(name)
      .run(data)
      .catch((error: unknown) => {
        throw asKept(error);
      });
  }

  @OnWorkerEvent('error')
  noteTrouble(error: Error): void {
    this.trouble.warn(`Jobs cannot be fetched: ${error.message}`);
  }

  @OnWorkerEvent('failed')
  async noteFailure(job: Job<JobPayload<JobName>> | undefined, error: Error): Promise<void> {
    if (!job || !isJobName(job.name)) return;
    const isLast = job.finishedOn !== undefined;
    this.logger.error({ err: error, job: job.name, jobId: job.id, isLast }, 'A job failed.');
    if (!isLast) return;
    await this.registry
      .of(job.name)
      .giveUp?.(job.data, error)
      .catch((failure: unknown) => {
        this.logger.error({ err: failure, job: job.name, jobId: job.id }, 'A job cannot be given up.');
      });
  }
}

/** The queue keeps what a job failed with: never the values of a statement, which are what people wrote. */
function asKept(error: unknown): unknown {
  const { message } = errorFields(error);
  return error instanceof Error && error.message !== message ? new Error(message, { cause: error }) : error;
}
