import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Beside `dist/` when built and beside `server/` in tests, so it is looked for upwards.
function projectFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error('This program has no package.json above it.');
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Version of this program, from its package.json. */
export const VERSION = readVersion();

/** Where the built web client is. */
export const CLIENT_FOLDER = join(projectFolder(), 'dist/client/browser');
