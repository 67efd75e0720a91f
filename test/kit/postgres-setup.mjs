import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from '../../server/launch/prepare/build.mjs';

const PREFIX = 'roomers-test-';

/** Starts one PostgreSQL for the run and migrates the template from which every spec file gets its database. */
export default async function setUp() {
  // The launcher and the migrations run as built, so that they are tested as they are used.
  const { isBuilt, output } = await buildIfStale('server');
  if (!isBuilt) process.stderr.write(`The server does not compile; going on with what was built:\n${output}\n`);
  const { startEmbeddedPostgres } = await import('../../dist/server/launch/embedded-postgres.js');
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${String(process.pid)}-`));
  const database = await startEmbeddedPostgres({ dataDir: folder, unsafe: true });
  const stop = async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  endWithUs(database.pid, folder);
  await migrateTemplate(database.address);
  process.env.TEST_POSTGRES = database.address.host;
  globalThis.__stopTestPostgres = stop;
}

async function migrateTemplate(address) {
  await import('reflect-metadata');
  const { DataSource } = await import('typeorm');
  const { dataSourceOptions } = await import('../../dist/server/database/data-source.options.js');
  const { migrate } = await import('../../dist/server/database/migrate.js');
  const dataSource = await new DataSource(
    dataSourceOptions({ database: address, databasePoolSize: 2 }, () => undefined),
  ).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}

// Jest runs no tear-down when it is interrupted.
function endWithUs(pid, folder) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      process.kill(pid, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      process.exit(130);
    });
  }
}

// What a run left behind that was killed outright.
async function sweep() {
  const { stopOrphan } = await import('../../dist/server/launch/postgres-cluster.js');
  const { isAlive } = await import('../../dist/server/launch/processes.js');
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    const folder = join(tmpdir(), name);
    if (existsSync(join(folder, 'postgres'))) await stopOrphan(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }
}
