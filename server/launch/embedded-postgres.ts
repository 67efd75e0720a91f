import { chmodSync, lstatSync, mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { embeddedAddress, type SocketAddress } from '../platform/config/database-address.js';
import { StartupError } from '../platform/config/startup-error.js';
import { findPostgres } from './postgres-binaries.js';
import { prepareCluster, stopOrphan } from './postgres-cluster.js';
import { PostgresLog } from './postgres-log.js';
import { PostgresServer } from './postgres-server.js';
import { postgresSettings } from './postgres-settings.js';
import { PostgresSupervisor } from './postgres-supervisor.js';

const LEFTOVERS = /lock file .* already exists|pre-existing shared memory block/;
const LEFTOVERS_MS = 15_000;

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Tests only: a server that forgets what it had when it crashes, and is faster for it. */
  readonly unsafe?: boolean;
  readonly onTrouble?: (message: string) => void;
}

/** A running PostgreSQL that belongs to this process. */
export interface EmbeddedPostgres {
  readonly address: SocketAddress;
  /** The process id of the server as it is now; it changes when the server had to be started again. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on `dataDir`, makes the database when it is missing and watches over the server: when it dies it
 * is started again. The caller must hold the lock of the folder, since a server left behind there is stopped.
 * @throws StartupError when it cannot start
 */
export async function startEmbeddedPostgres({
  dataDir,
  unsafe = false,
  onTrouble = () => undefined,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = findPostgres();
  const folder = join(dataDir, 'postgres');
  const address = embeddedAddress(dataDir);
  makePrivateFolder(address.host);
  prepareCluster({ binaries, folder, user: address.user, unsafe });
  await stopOrphan(folder);
  const log = new PostgresLog(join(dataDir, 'postgres.log'));
  const start = (): Promise<PostgresServer> =>
    PostgresServer.start(binaries, folder, postgresSettings(address.host, unsafe), log);
  const supervisor = new PostgresSupervisor(await startPatiently(start), start, onTrouble);
  try {
    await makeDatabase(address);
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
  return {
    address,
    get pid() {
      return supervisor.pid;
    },
    async stop() {
      await supervisor.stop();
      log.close();
      removeIfEmpty(address.host);
    },
  };
}

// After a crash the system may still count the processes of the last server for a moment.
async function startPatiently(start: () => Promise<PostgresServer>): Promise<PostgresServer> {
  const end = Date.now() + LEFTOVERS_MS;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      const isLeftOver = error instanceof StartupError && LEFTOVERS.test(error.message);
      if (!isLeftOver || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

// Whoever can write here can put a socket of their own in the place of ours.
function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new StartupError([`${folder} belongs to somebody else: remove it, or use a shorter DATA_DIR`]);
  chmodSync(folder, 0o700);
}

// One below the temporary folder would stay there for ever.
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in it, or it is gone: both are fine.
  }
}

async function makeDatabase({ host, user, database }: SocketAddress): Promise<void> {
  const client = new Client({ host, user, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
