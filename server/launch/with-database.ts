import type { Config } from '../platform/config/config.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { isTaken, LockFile } from './lock-file.js';

/**
 * Runs `work` while the database of `config` answers. A running Roomers lends its own; without one the embedded
 * server is started and stopped again afterwards.
 * @throws StartupError when the database cannot be started
 */
export async function withDatabase<T>(config: Config, work: () => Promise<T>): Promise<T> {
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
