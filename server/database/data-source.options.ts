import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { MIGRATIONS } from './migrations/index.js';
import { breakWhenSilent } from './silence.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

/** A statement that hangs, a lock that is not given and a transaction nobody ends must not hold a post for long. */
const PATIENCE_MS = 5_000;

/** How TypeORM reaches PostgreSQL; `onPoolError` hears when an idle connection loses its server. */
export function dataSourceOptions(config: Config, onPoolError: (error: Error) => void): DataSourceOptions {
  const { database } = config;
  const address =
    database.kind === 'url'
      ? { url: database.url }
      : { host: database.host, username: database.user, database: database.database };
  return {
    type: 'postgres',
    ...address,
    applicationName: 'roomers',
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    logging: false,
    poolSize: config.databasePoolSize,
    poolErrorHandler: (error: unknown) => {
      onPoolError(error as Error);
    },
    extra: {
      connectionTimeoutMillis: PATIENCE_MS,
      statement_timeout: PATIENCE_MS * 3,
      lock_timeout: PATIENCE_MS,
      idle_in_transaction_session_timeout: PATIENCE_MS,
      // Tells within a quarter of a minute that the host of a connection is gone on which nobody waits for a statement.
      keepAlive: true,
      keepAliveInitialDelayMillis: PATIENCE_MS,
      onConnect: breakWhenSilent,
    },
  };
}
