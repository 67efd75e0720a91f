import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives everything that is started from here one temporary folder; nothing of it outlives this process. */
export function cleanEnd() {
  const folder = mkdtempSync(join(tmpdir(), 'roomers-run-'));
  process.env.TMPDIR = folder;
  process.on('exit', () => {
    // A database is detached from whoever started it, and stays when that one is killed outright.
    for (const pid of processesIn(folder)) end(pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });
}

/** Processes that were started with a path below `folder` among their words. */
function processesIn(folder) {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
    return pids.filter((pid) => wordsOf(pid).includes(`${folder}/`)).map(Number);
  } catch {
    return []; // no /proc on this system
  }
}

function wordsOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function end(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
