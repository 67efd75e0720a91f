import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { embeddedAddress } from '../../server/platform/config/database-address.js';

/** The process id of the database server of a data folder. */
export function postmasterPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Ends the database and everything it started, with no chance to write a word. */
export function killDatabase(dataDir: string): void {
  signalDatabase(dataDir, 'SIGKILL');
}

/** Sends a signal to the database and everything it started: `SIGSTOP` freezes it, `SIGCONT` lets it go on. */
export function signalDatabase(dataDir: string, signal: NodeJS.Signals): void {
  const pid = postmasterPid(dataDir);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  process.kill(pid, signal);
  for (const child of children.map(Number)) signalIfThere(child, signal);
}

/** A backend ends by itself when its connection does, and at once when its server is gone. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Asks the embedded database of a data folder. */
export async function query(dataDir: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const { host, user, database } = embeddedAddress(dataDir);
  const client = new Client({ host, user, database, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}
