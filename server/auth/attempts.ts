import { Injectable } from '@nestjs/common';
import type { RateLimit } from '../platform/limits/rate-limits.js';
import { RateLimits } from '../platform/limits/rate-limits.js';

const QUARTER_HOUR = 900;
const HOUR = 3_600;

/** Brute-force limits: wrong passwords by account and by address, new accounts by address. */
@Injectable()
export class Attempts {
  /** One guesser at one account. */
  private readonly pair: RateLimit;
  /** Many guessers at one account. */
  private readonly account: RateLimit;
  /** One guesser at many accounts. */
  private readonly address: RateLimit;
  private readonly registration: RateLimit;

  constructor(limits: RateLimits) {
    this.pair = limits.create({ name: 'sign-in pair', points: 10, seconds: QUARTER_HOUR });
    this.account = limits.create({ name: 'sign-in account', points: 100, seconds: HOUR });
    this.address = limits.create({ name: 'sign-in address', points: 100, seconds: QUARTER_HOUR });
    this.registration = limits.create({ name: 'registration', points: 50, seconds: HOUR });
  }

  /** Counts a try before it is known to be right, so that guesses made at once count too. @throws AppError `rate_limited` */
  async signIn(account: string, ip: string): Promise<void> {
    const key = account.toLowerCase();
    await Promise.all([this.pair.consume(`${key} ${ip}`), this.account.consume(key), this.address.consume(ip)]);
  }

  /** Takes the try back, and forgets the wrong ones before it. */
  async succeeded(account: string, ip: string): Promise<void> {
    const key = account.toLowerCase();
    await Promise.all([this.pair.forgive(`${key} ${ip}`), this.account.refund(key), this.address.refund(ip)]);
  }

  /** Counts a registration. @throws AppError `rate_limited` */
  async register(ip: string): Promise<void> {
    await this.registration.consume(ip);
  }
}
