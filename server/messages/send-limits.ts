import { Injectable } from '@nestjs/common';
import { AppError } from '../platform/errors/app-error.js';
import { type RateLimit, RateLimits } from '../platform/limits/rate-limits.js';

/** More messages than this waiting to be stored, and senders are asked to come back. */
const LONGEST_BACKLOG = 20_000;

/** How much one user may send, and how much the server takes on. */
@Injectable()
export class SendLimits {
  private readonly perUser: RateLimit;

  constructor(limits: RateLimits) {
    this.perUser = limits.create({ name: 'messages', points: 200, seconds: 10, shared: 'soon' });
  }

  /** Counts a send. @throws AppError `rate_limited`, or `busy` while too many wait */
  async take(userId: string, backlog: number): Promise<void> {
    if (backlog > LONGEST_BACKLOG)
      throw new AppError('busy', 'The server is busy. Try again.', { retryAfterMs: 1_000 });
    await this.perUser.consume(userId);
  }
}
