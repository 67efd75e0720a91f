import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** True while a process with this id lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The words with which a process was started, as one text; empty when there is no such process. */
export function commandLine(pid: number): string {
  if (existsSync('/proc/self/cmdline'))
    return quietly(() => readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' '));
  return quietly(() => execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }));
}

/**
 * A text that changes when a process id is given to another program: the time at which it started.
 * Empty when there is no such process.
 */
export function birthMark(pid: number): string {
  if (existsSync('/proc/self/stat')) {
    // Fields are counted after the name, which stands in parentheses and may contain anything; the 22nd is the start.
    return quietly(
      () =>
        readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
          .replace(/^.*\)/s, '')
          .split(' ')[20] ?? '',
    );
  }
  return quietly(() => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim());
}

/** Waits until `isDone` says so; false when `milliseconds` passed first. */
export async function waitUntil(isDone: () => boolean, milliseconds: number, pause = 20): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!isDone()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return true;
}

function quietly(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
