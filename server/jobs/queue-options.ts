import {
  createPostgresBackend,
  type PostgresConnectionOptions,
  type QueueOptions,
  setDefaultBackendFactory,
} from 'bullmq';
import type { Config } from '../platform/config/config.js';
import type { DatabaseAddress } from '../platform/config/database-address.js';

/** Connections that each of queue and worker keeps at most, besides the one on which the worker listens. */
const POOL_SIZE = 3;
const SECOND_MS = 1_000;

/** Seconds, and how many: somebody may want to look at what failed, and to try it again. */
const KEPT_FAILURES = { age: 7 * 24 * 3_600, count: 1_000 };

/** How a job is kept: tried again for about an hour, and forgotten once it is done, so that its id is free again. */
const JOB_OPTIONS = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 20 * SECOND_MS },
  removeOnComplete: true,
  removeOnFail: KEPT_FAILURES,
};

/** Where the queue is kept: in Redis when there is one, else in the database, in a schema of its own. */
export function queueOptions({ redisUrl, database }: Config): QueueOptions {
  if (redisUrl !== undefined) {
    setDefaultBackendFactory();
    return { connection: { url: redisUrl, maxRetriesPerRequest: null }, defaultJobOptions: JOB_OPTIONS };
  }
  setDefaultBackendFactory(createPostgresBackend);
  // The options are typed for Redis whatever the backend is.
  const connection = postgres(database) as unknown as QueueOptions['connection'];
  return { connection, defaultJobOptions: JOB_OPTIONS };
}

function postgres(database: DatabaseAddress): PostgresConnectionOptions {
  const address =
    database.kind === 'url'
      ? { connectionString: database.url }
      : { host: database.host, user: database.user, database: database.database };
  // `migrate` is needed: without it the queue asks for its tables for ever and fills the log.
  return { ...address, schema: 'bullmq', migrate: true, max: POOL_SIZE, connectionTimeoutMillis: 5 * SECOND_MS };
}
