import { copyFileSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';

const MOST_BYTES = 5 * 1024 * 1024;
const LOOK_EVERY_MS = 60_000;

/** The file that PostgreSQL writes its messages to, kept below 5 MiB with one predecessor beside it. */
export class PostgresLog {
  private timer: NodeJS.Timeout | undefined;

  constructor(readonly path: string) {}

  /** A descriptor for the child's output; the file survives us, so that a crash leaves its reasons behind. */
  open(): number {
    const descriptor = openSync(this.path, 'a', 0o600);
    this.shorten();
    this.timer ??= setInterval(() => {
      this.shorten();
    }, LOOK_EVERY_MS).unref();
    return descriptor;
  }

  close(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** The last lines, for the person who sees a start fail. */
  tail(lines = 6): string {
    return readFileSync(this.path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  }

  private shorten(): void {
    if (statSync(this.path).size < MOST_BYTES) return;
    copyFileSync(this.path, `${this.path}.1`);
    truncateSync(this.path);
  }
}
