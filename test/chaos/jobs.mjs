import 'reflect-metadata';
import { Queue } from 'bullmq';

/** Jobs that are to run again and again wait all the time. */
const REPEATED = /^sweep-/;

/** How many jobs wait, run or have failed. */
export async function countJobs(redisPort) {
  const { QUEUE_NAME } = await import('../../dist/server/jobs/job-queue.js');
  const queue = new Queue(QUEUE_NAME, { connection: { host: '127.0.0.1', port: redisPort, maxRetriesPerRequest: 1 } });
  queue.on('error', () => undefined);
  try {
    const jobs = await queue.getJobs(['wait', 'active', 'delayed', 'prioritized', 'paused', 'failed']);
    return jobs.filter((job) => job && !REPEATED.test(job.name)).length;
  } finally {
    await queue.close();
  }
}
