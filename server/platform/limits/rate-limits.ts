import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { AppError } from '../errors/app-error.js';

/** How many points a key has within a time. */
export interface RateLimitRule {
  name: string;
  points: number;
  seconds: number;
}

function minutes(ms: number): string {
  const count = Math.ceil(ms / 60_000);
  return count <= 1 ? 'a minute' : `${String(count)} minutes`;
}

function rateLimited(retryAfterMs: number): AppError {
  return new AppError('rate_limited', `Too many attempts. Try again in ${minutes(retryAfterMs)}.`, { retryAfterMs });
}

/** One limit: counts what a key does and refuses what is too much. */
export class RateLimit {
  private readonly limiter: RateLimiterMemory;

  constructor(
    { name, points, seconds }: RateLimitRule,
    private readonly isOn: boolean,
  ) {
    this.limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  }

  /** Counts one. @throws AppError `rate_limited` with the time to wait, when the key has no points left */
  async consume(key: string): Promise<void> {
    if (!this.isOn) return;
    await this.limiter.consume(key).catch((refusal: unknown) => {
      throw refusal instanceof RateLimiterRes ? rateLimited(refusal.msBeforeNext) : refusal;
    });
  }

  /** Takes back what `consume` counted. */
  async refund(key: string): Promise<void> {
    if (this.isOn) await this.limiter.reward(key);
  }

  /** Gives the key all its points back. */
  async forgive(key: string): Promise<void> {
    if (this.isOn) await this.limiter.delete(key);
  }
}

/** Makes limits; `RATE_LIMITS=off` makes them let everything through. */
@Injectable()
export class RateLimits {
  constructor(private readonly config: Config) {}

  /** A limit of its own name and counters. */
  create(rule: RateLimitRule): RateLimit {
    return new RateLimit(rule, this.config.rateLimits);
  }
}
