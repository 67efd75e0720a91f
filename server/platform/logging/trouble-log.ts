import type { Logger } from '@nestjs/common';

const QUIET_MS = 60_000;

/** Tells of a trouble that is met again and again: at once, and while it lasts once a minute. */
export class TroubleLog {
  private quietUntil = -Infinity;

  constructor(private readonly logger: Logger) {}

  warn(message: string): void {
    const now = performance.now();
    if (now < this.quietUntil) return;
    this.quietUntil = now + QUIET_MS;
    this.logger.warn(message);
  }
}
