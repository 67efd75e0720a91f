import { Queue } from 'bullmq';
import { QUEUE_NAME } from '../../server/jobs/job-queue.js';
import { queueOptions } from '../../server/jobs/queue-options.js';
import type { Config } from '../../server/platform/config/config.js';
import type { TestServer } from './api/test-server.js';
import { eventually } from './eventually.js';

/** Leaves a job in the server's queue, by itself one that nobody knows how to do, and waits until it has failed for good. */
export async function leaveFailedJob(
  server: Pick<TestServer, 'databaseUrl'>,
  jobId: string,
  name = 'unheard-of',
): Promise<void> {
  const { connection } = queueOptions({ database: { kind: 'url', url: server.databaseUrl } } as Config);
  const queue = new Queue(QUEUE_NAME, { connection });
  try {
    await queue.add(name, { secret: 'of nobody else' }, { jobId, attempts: 1 });
    await eventually(async () => {
      if (!(await (await queue.getJob(jobId))?.isFailed())) throw new Error(`${jobId} has not failed yet`);
    }, 10_000);
  } finally {
    await queue.close();
  }
}
