import { Injectable } from '@nestjs/common';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { AppError } from '../errors/app-error.js';
import { RedisLink } from '../nodes/redis-link.js';
import { LateCount } from './late-count.js';

/** Without an answer of Redis within this time the node counts by itself. */
const PATIENCE_MS = 250;

/** How many points a key has within a time. */
export interface RateLimitRule {
  name: string;
  points: number;
  seconds: number;
  /**
   * Which nodes count together: all, and each answer waits for the common count (when absent); all, but what is done on
   * others counts here a moment later, so that nothing waits; only this one, for what cannot go to another.
   */
  shared?: 'soon' | 'never';
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
  constructor(
    private readonly limiter: RateLimiterAbstract,
    private readonly isOn: boolean,
    private readonly later?: LateCount,
  ) {}

  /** Counts one. @throws AppError `rate_limited` with the time to wait, when the key has no points left */
  async consume(key: string): Promise<void> {
    if (!this.isOn) return;
    this.later?.note(key);
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

/** Makes limits; `RATE_LIMITS=off` makes them let everything through. With Redis all nodes count together; while it is away each by itself. */
@Injectable()
export class RateLimits {
  constructor(
    private readonly config: Config,
    private readonly redis: RedisLink,
  ) {}

  /** A limit of its own name and counters. */
  create({ name, points, seconds, shared }: RateLimitRule): RateLimit {
    const here = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
    const isOn = this.config.rateLimits;
    const storeClient = this.redis.commands;
    if (!storeClient || shared === 'never') return new RateLimit(here, isOn);
    const keyPrefix = `roomers:${this.config.deployment}:${name}`;
    const facts = { keyPrefix, points, duration: seconds, storeClient, rejectIfRedisNotReady: true };
    if (shared === 'soon') return new RateLimit(here, isOn, new LateCount(here, new RateLimiterRedis(facts)));
    const together = new RateLimiterRedis({ ...facts, insuranceLimiter: here });
    return new RateLimit(new RLWrapperTimeouts({ limiter: together, timeoutMs: PATIENCE_MS }), isOn);
  }
}
