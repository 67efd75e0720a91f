import 'reflect-metadata';
import { Queue } from 'bullmq';

/** How many jobs wait, run or have failed; but for those that are to run again and again, which wait all the time. */
export async function countJobs(redisPort) {
  const { QUEUE_NAME } = await import('../../dist/server/jobs/job-queue.js');
  const { JOBS } = await import('../../dist/server/jobs/job-catalogue.js');
  const queue = new Queue(QUEUE_NAME, { connection: { host: '127.0.0.1', port: redisPort, maxRetriesPerRequest: 1 } });
  queue.on('error', () => undefined);
  try {
    const jobs = await queue.getJobs(['wait', 'active', 'delayed', 'prioritized', 'paused', 'failed']);
    return jobs.filter((job) => job && JOBS[job.name]?.everyMs === undefined).length;
  } finally {
    await queue.close();
  }
}
