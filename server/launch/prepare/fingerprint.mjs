import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IGNORED = /\.spec\.ts$|(^|\/)\./;

/** One text that changes when any of the files in `paths` (files or folders) does, or what `more` says. */
export function fingerprint(paths, more = '') {
  const hash = createHash('sha256').update(more);
  for (const file of paths.flatMap(filesIn).sort()) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** True when `stamp` holds exactly `text`. */
export function isStamped(stamp, text) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === text;
}

export function writeStamp(stamp, text) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, text);
}

/** Every file below `path`, without tests and hidden ones; nothing when there is no such path. */
export function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .map((entry) => ({ entry, file: join(path, entry.name) }))
    .filter(({ file }) => !IGNORED.test(file))
    .flatMap(({ entry, file }) => (entry.isDirectory() ? filesIn(file) : [file]));
}
