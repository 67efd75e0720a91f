import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { StartupError } from '../platform/config/startup-error.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { isReady } from './postgres-cluster.js';
import type { PostgresLog } from './postgres-log.js';
import { waitUntil } from './processes.js';
import { unprivileged } from './unprivileged.js';

// Recovery after a crash replays the log first; a big one may take its time.
const READY_WITHIN_MS = 120_000;
const GOODBYE_MS = 1_000;
const STOP_WITHIN_MS = 11_000;

/** One life of a PostgreSQL server, from its start to its exit. */
export class PostgresServer {
  /** Settles when the process is gone. */
  readonly exited: Promise<void>;
  private isGone = false;

  private constructor(private readonly child: ChildProcess) {
    this.exited = new Promise((resolve) => {
      const end = (): void => {
        this.isGone = true;
        resolve();
      };
      child.once('exit', end).once('error', end);
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /**
   * Starts the server on `folder` and waits until it accepts connections.
   * @throws StartupError with its last messages when it does not come up
   */
  static async start(
    binaries: PostgresBinaries,
    folder: string,
    settings: readonly string[],
    log: PostgresLog,
  ): Promise<PostgresServer> {
    const output = log.open();
    const [command, args] = unprivileged(binaries.postgres, ['-D', folder, ...settings]);
    // Detached: Ctrl-C goes to everything in the foreground, and the database must outlive the program that drains into it.
    const child = spawn(command, args, {
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
    });
    closeSync(output);
    const server = new PostgresServer(child);
    await waitUntil(() => server.isGone || isReady(folder, child.pid), READY_WITHIN_MS, 10);
    if (!server.isGone && isReady(folder, child.pid)) return server;
    await server.stop();
    throw new StartupError([
      `The database does not start; its last messages (all in ${log.path}):`,
      ...log.tail().split('\n'),
    ]);
  }

  /** Stops the server: open transactions are rolled back, everything committed is on disk. */
  async stop(): Promise<void> {
    if (this.isGone) return;
    // Connections that are closing get a moment to do so; those that stay are cut.
    this.child.kill('SIGTERM');
    if (await waitUntil(() => this.isGone, GOODBYE_MS)) return;
    this.child.kill('SIGINT');
    if (await waitUntil(() => this.isGone, STOP_WITHIN_MS)) return;
    this.child.kill('SIGQUIT');
    await this.exited;
  }
}
