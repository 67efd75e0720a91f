import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '../platform/config/startup-error.js';
import { birthMark, isAlive } from './processes.js';

const HEARTBEAT_MS = 5_000;

interface Holder {
  readonly pid: number;
  readonly birth: string;
  readonly host: string;
  readonly address: string;
}

/** The right of one process to use a data folder, as long as that process lives. */
export class LockFile {
  private readonly heartbeat: NodeJS.Timeout;

  private constructor(
    private readonly path: string,
    private content: string,
  ) {
    // A process in another container cannot be asked whether it lives; the age of its file says so.
    this.heartbeat = setInterval(() => {
      this.beat();
    }, HEARTBEAT_MS).unref();
  }

  /**
   * Takes the folder. Of several that try at once one gets it.
   * @param address where the holder answers, told to whoever comes second
   * @throws StartupError when a living process has it
   */
  static take(dataDir: string, address: string): LockFile {
    const path = lockPath(dataDir);
    const mine: Holder = { pid: process.pid, birth: birthMark(process.pid), host: hostname(), address };
    const content = JSON.stringify(mine);
    const draft = `${path}.${String(process.pid)}`;
    writeFileSync(draft, content, { mode: 0o600 });
    try {
      while (!linked(draft, path)) removeStale(path);
    } finally {
      rmSync(draft, { force: true });
    }
    return new LockFile(path, content);
  }

  /** Tells where the holder answers, once that is known. */
  announce(address: string): void {
    const holder = { ...(JSON.parse(this.content) as Holder), address };
    const draft = `${this.path}.${String(process.pid)}`;
    this.content = JSON.stringify(holder);
    writeFileSync(draft, this.content, { mode: 0o600 });
    renameSync(draft, this.path);
  }

  /** Gives the folder back. */
  release(): void {
    clearInterval(this.heartbeat);
    if (read(this.path) === this.content) rmSync(this.path, { force: true });
  }

  private beat(): void {
    try {
      utimesSync(this.path, new Date(), new Date());
    } catch {
      // Someone removed the file by hand; the database's own lock still stands.
    }
  }
}

/** True when a living process uses the folder. */
export function isTaken(dataDir: string): boolean {
  const content = read(lockPath(dataDir));
  return content !== undefined && isHeld(lockPath(dataDir), content);
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'roomers.lock');
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeStale(path: string): void {
  const content = read(path);
  if (content === undefined) return;
  if (isHeld(path, content)) throw new StartupError([holderLine(path, content)]);
  const grave = `${path}.stale.${String(process.pid)}`;
  try {
    renameSync(path, grave);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  // Another start may have put its own file there since we looked: then it goes back.
  if (read(grave) !== content) linked(grave, path);
  rmSync(grave, { force: true });
}

function isHeld(path: string, content: string): boolean {
  const holder = parsed(content);
  if (!holder) return false;
  if (holder.host !== hostname()) return Date.now() - modifiedAt(path) < 3 * HEARTBEAT_MS;
  return isAlive(holder.pid) && birthMark(holder.pid) === holder.birth;
}

function holderLine(path: string, content: string): string {
  const holder = parsed(content);
  const where = holder ? `${holder.address} (process ${String(holder.pid)} on ${holder.host})` : path;
  return `Roomers already runs on this data folder: ${where}. Nothing was touched.`;
}

function parsed(content: string): Holder | undefined {
  try {
    return JSON.parse(content) as Holder;
  } catch {
    return undefined;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function modifiedAt(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
