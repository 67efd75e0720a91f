import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { StartupError } from '../platform/config/startup-error.js';
import { MIGRATIONS } from './migrations/index.js';
import { allowSilence } from './silence.js';

/** Any number that no other program on this database takes: one node migrates, the others wait. */
const ADVISORY_LOCK = 7_266_637;

async function refuseNewerSchema(runner: QueryRunner): Promise<void> {
  const [table] = (await runner.query(`select to_regclass('migrations') is not null as exists`)) as {
    exists: boolean;
  }[];
  if (!table?.exists) return;
  const known = new Set(MIGRATIONS.map(({ name }) => name));
  const applied = (await runner.query(`select name from migrations order by timestamp`)) as { name: string }[];
  const newer = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (newer.length === 0) return;
  throw new StartupError([
    `The database was used by a newer Roomers (it has ${newer.join(', ')}). Start that version, or restore the backup made before the upgrade.`,
  ]);
}

/**
 * Brings the schema up to this program; nodes that start together take turns. Waiting and migrating take as long as they take.
 * @returns names of the migrations that ran now
 * @throws StartupError when the schema is newer than this program
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    return await allowSilence(runner, () => migrateInTurn(dataSource, runner));
  } finally {
    await runner.release();
  }
}

async function migrateInTurn(dataSource: DataSource, runner: QueryRunner): Promise<string[]> {
  try {
    await runner.query(
      `set statement_timeout = 0; set lock_timeout = 0; select pg_advisory_lock(${String(ADVISORY_LOCK)})`,
    );
    await refuseNewerSchema(runner);
    // On this connection, whose statements have no limit.
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    const done = await executor.executePendingMigrations();
    return done.map(({ name }) => name);
  } finally {
    await runner.query(
      `reset statement_timeout; reset lock_timeout; select pg_advisory_unlock(${String(ADVISORY_LOCK)})`,
    );
  }
}
