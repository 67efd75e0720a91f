import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../platform/config/config.js';
import { StartupError } from '../platform/config/startup-error.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { isTaken, LockFile } from './lock-file.js';

/**
 * Runs `work` while the database of `config` answers. A running Roomers lends its own; without one the embedded
 * server is started and stopped again afterwards.
 * @param options `mustExist` for work that makes no sense on a database that was never used
 * @throws StartupError when the database cannot be started, or is not there and must be
 */
export async function withDatabase<T>(config: Config, work: () => Promise<T>, { mustExist = false } = {}): Promise<T> {
  if (mustExist && config.database.kind === 'socket' && !existsSync(join(config.dataDir, 'postgres')))
    throw new StartupError([`There is no database below ${config.dataDir}.`]);
  if (config.database.kind === 'url' || isTaken(config.dataDir)) return await work();
  const lock = LockFile.take(config.dataDir, 'an administrator’s command');
  try {
    const database = await startEmbeddedPostgres({ dataDir: config.dataDir });
    try {
      return await work();
    } finally {
      await database.stop();
    }
  } finally {
    lock.release();
  }
}
