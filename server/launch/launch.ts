import type { INestApplication } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { browserAddress } from '../platform/config/addresses.js';
import { StartupError } from '../platform/config/startup-error.js';
import { banner } from './banner.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { IdleMemory } from './idle-memory.js';
import { LockFile } from './lock-file.js';
import { checkPort, listenError } from './port.js';
import { prepareConfig } from './prepare-config.js';
import { keepPulse } from './pulse.js';
import { onSignals, runShutdown, type ShutdownStep } from './shutdown.js';

/** What `app.ts` gives: the program itself, which knows nothing of how it is started. */
export interface Program {
  createApp(config: Config): Promise<INestApplication>;
  /** True while nobody has registered. */
  needsOwner(app: INestApplication): Promise<boolean>;
}

/** Steps that undo what has been started so far, the latest first. */
const started: ShutdownStep[] = [];

/** Starts everything this process is configured to be, and ends the process with a clear line if it cannot. */
export async function launch(loadProgram: () => Promise<Program>): Promise<void> {
  onSignals(
    () => void end(0, 'Stopping …'),
    () => {
      endAtOnce();
    },
  );
  // A fault that nobody caught leaves the program in no known state; the database still deserves a proper end.
  process.on('uncaughtException', (error) => void end(1, reasonOf(error)));
  try {
    await start(loadProgram);
  } catch (error) {
    await end(1, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function start(loadProgram: () => Promise<Program>): Promise<void> {
  const config = prepareConfig();
  const lock = config.database.kind === 'socket' ? LockFile.take(config.dataDir, config.publicUrl) : undefined;
  if (lock)
    undoWith('The lock of the data folder', 1_000, () => {
      lock.release();
    });
  if (config.servesHttp) await checkPort(config.host, config.port);
  // Reading the program takes as long as starting the database: both at once.
  const [program] = await Promise.all([loadProgram(), lock ? startDatabase(config) : undefined]);
  const app = await createApp(program, config);
  const address = await open(app, config);
  if (address) lock?.announce(address);
  const facts = { config, address, milliseconds: performance.now(), needsOwner: await program.needsOwner(app) };
  process.stdout.write(banner(facts));
  IdleMemory.keep();
}

let database: EmbeddedPostgres | undefined;

// What is still starting when Ctrl-C comes must be stopped too: hence the promises, and not what they give.
async function startDatabase(config: Config): Promise<EmbeddedPostgres> {
  const starting = startEmbeddedPostgres({ dataDir: config.dataDir, onTrouble: warn });
  undoWith('The database', 13_000, async () => (await starting.catch(() => undefined))?.stop());
  database = await starting;
  return database;
}

// The impatient lose nothing that was acknowledged: PostgreSQL recovers at the next start.
function endAtOnce(): void {
  if (database?.pid !== undefined) process.kill(database.pid, 'SIGQUIT');
  process.exit(1);
}

async function createApp(program: Program, config: Config): Promise<INestApplication> {
  const creating = program.createApp(config);
  undoWith('The app', 12_000, async () => (await creating.catch(() => undefined))?.close());
  return await creating;
}

async function open(app: INestApplication, config: Config): Promise<string | undefined> {
  if (!config.servesHttp) {
    await app.init();
    keepPulse(config.dataDir);
    return undefined;
  }
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    throw listenError(error, config.host, config.port) ?? error;
  }
  if (config.port !== 0) return config.publicUrl;
  const bound = (app.getHttpServer() as { address(): { port: number } }).address();
  return browserAddress(config.host, bound.port);
}

let isEnding = false;

async function end(code: number, message: string): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  warn(message);
  const isClean = await runShutdown(started.toReversed(), warn);
  process.exit(isClean ? code : 1);
}

function undoWith(name: string, withinMs: number, run: () => Promise<void> | void): void {
  started.push({ name, withinMs, run });
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}
