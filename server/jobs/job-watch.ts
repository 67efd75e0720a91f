import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { type Job, Queue } from 'bullmq';
import { QUEUE_NAME } from './job-queue.js';
import { within } from './within.js';

const PATIENCE_MS = 3_000;

/** A job that was tried as often as it may be. */
export interface GivenUpJob {
  id: string;
  name: string;
  /** What its last try ended with. */
  error: string;
  tries: number;
  failedAt: Date;
}

/** Where a job stands: `waiting` for its turn, its end or its next try. */
export interface JobStanding {
  state: 'waiting' | 'failed';
  tries: number;
  /** What its last try ended with. */
  error?: string;
}

/** How many jobs there are. */
export interface JobCounts {
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
}

/** Looks at what is in the queue, for those who run this Roomers. */
@Injectable()
export class JobWatch {
  constructor(@InjectQueue(QUEUE_NAME) private readonly queue: Queue) {}

  /** @throws Error when the queue does not answer within three seconds */
  async counts(): Promise<JobCounts> {
    const counts = await within(PATIENCE_MS, this.queue.getJobCounts('waiting', 'active', 'delayed', 'failed'));
    const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
    return { waiting, active, delayed, failed };
  }

  /** The jobs that failed last, the latest first. @throws Error as `counts` */
  async failed(limit: number): Promise<GivenUpJob[]> {
    const jobs = (await within(PATIENCE_MS, this.queue.getFailed(0, limit - 1))) as (Job | undefined)[];
    return jobs.flatMap((job) => (job ? describe(job) : []));
  }

  /** Where a job stands; undefined for one that was done, which is kept no more. @throws Error as `counts` */
  async standing(id: string): Promise<JobStanding | undefined> {
    const state = await within(PATIENCE_MS, this.queue.getJobState(id));
    const job = (await within(PATIENCE_MS, this.queue.getJob(id))) as Job | undefined;
    if (job === undefined || state === 'completed') return undefined;
    const { failedReason: error, attemptsMade: tries } = job;
    return { state: state === 'failed' ? 'failed' : 'waiting', tries, ...(error && { error }) };
  }

  /** The name of a job that failed; undefined when there is none. @throws Error as `counts` */
  async nameOfFailed(id: string): Promise<string | undefined> {
    const job = await within(PATIENCE_MS, this.queue.getJob(id));
    return (await job?.isFailed()) ? job?.name : undefined;
  }

  /** Runs a job that failed again, as often as a new one. @throws Error when it did not fail, or the queue does not answer */
  async retry(id: string): Promise<void> {
    const job = await within(PATIENCE_MS, this.queue.getJob(id));
    await within(PATIENCE_MS, job?.retry('failed', { resetAttemptsMade: true }) ?? Promise.resolve());
  }
}

function describe({ id = '', name, failedReason, attemptsMade, finishedOn = 0 }: Job): GivenUpJob {
  return { id, name, error: failedReason, tries: attemptsMade, failedAt: new Date(finishedOn) };
}
