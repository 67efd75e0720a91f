import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartupError } from '../platform/config/startup-error.js';

const MEBIBYTE = 1024 * 1024;
const NEEDED_NEW = 160 * MEBIBYTE;
const NEEDED_AGAIN = 16 * MEBIBYTE;

/**
 * Makes the folder that holds everything and sees to it that it can be used.
 * @throws StartupError when it cannot be made or written, or the disk has no room
 */
export function prepareDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartupError([
      `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code ?? ''}): change DATA_DIR or its permissions`,
    ]);
  }
  const { bavail, bsize } = statfsSync(dataDir);
  const needed = existsSync(join(dataDir, 'postgres')) ? NEEDED_AGAIN : NEEDED_NEW;
  const free = bavail * bsize;
  if (free >= needed) return;
  throw new StartupError([
    `The disk of ${dataDir} is full: ${megabytes(free)} are free and ${megabytes(needed)} are needed to start`,
  ]);
}

function megabytes(bytes: number): string {
  return `${String(Math.floor(bytes / MEBIBYTE))} MB`;
}

// Node's own recursive way never returns where the system says of a folder that exists that it does not, as /proc does.
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
