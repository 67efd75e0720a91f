import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../platform/config/startup-error.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { commandLine, isAlive, waitUntil } from './processes.js';
import { unprivileged } from './unprivileged.js';

/** What the first start makes and every later one finds. */
export interface ClusterOptions {
  readonly binaries: PostgresBinaries;
  readonly folder: string;
  readonly user: string;
  /** For throw-away servers of tests: do not wait for the disk. */
  readonly unsafe?: boolean;
}

/**
 * Makes the data folder when there is none. It appears under its name only when it is whole.
 * @throws StartupError when another major of PostgreSQL made the folder, or it cannot be made
 */
export function prepareCluster({ binaries, folder, user, unsafe }: ClusterOptions): void {
  const version = join(folder, 'PG_VERSION');
  if (existsSync(version)) {
    refuseOtherMajor(readFileSync(version, 'utf8').trim(), binaries.major, folder);
    return;
  }
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  initialise(binaries.initdb, ['-D', draft, '-U', user, ...(unsafe ? ['--no-sync'] : [])]);
  renameSync(draft, folder);
}

/** Stops a server that an earlier run left behind on this folder, as after a `kill -9` of the program alone. */
export async function stopOrphan(folder: string): Promise<void> {
  const pid = postmasterPid(folder);
  if (pid === undefined || !isAlive(pid) || !isServerOf(pid, folder)) return;
  process.kill(pid, 'SIGINT');
  if (await waitUntil(() => !isAlive(pid), 20_000)) return;
  process.kill(pid, 'SIGQUIT');
  await waitUntil(() => !isAlive(pid), 5_000);
}

/** True once the server with this process id accepts connections. */
export function isReady(folder: string, pid: number | undefined): boolean {
  const lines = postmasterLines(folder);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function postmasterPid(folder: string): number | undefined {
  const pid = Number(postmasterLines(folder)[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

function postmasterLines(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

// The number in a left-over file may belong to any program by now.
function isServerOf(pid: number, folder: string): boolean {
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(` ${folder} `);
}

function refuseOtherMajor(found: string, ours: string, folder: string): void {
  if (found === ours) return;
  throw new StartupError([
    `${folder} was made by PostgreSQL ${found} and this program brings PostgreSQL ${ours}: use the program that made it`,
  ]);
}

function initialise(initdb: string, args: string[]): void {
  const fixed = [
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const [command, words] = unprivileged(initdb, [...args, ...fixed]);
  const result = spawnSync(command, words, {
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
  });
  if (result.status === 0) return;
  const reason = /No space left/.test(result.stderr)
    ? 'the disk is full'
    : (result.stderr.trim().split('\n').at(-1) ?? String(result.error));
  throw new StartupError([`The database cannot be made: ${reason}`]);
}
