import { Injectable } from '@nestjs/common';
import { networkOf } from '../platform/limits/network-of.js';
import { type RateLimit, RateLimits } from '../platform/limits/rate-limits.js';

const HOUR = 3_600;
const DAY = 86_400;

/** How many codes may be asked for and tried, by address and by computer: of a million codes one address sees 30 tries a day. */
@Injectable()
export class CodeAttempts {
  private readonly asksOfAddress: RateLimit;
  private readonly asksOfComputer: RateLimit;
  private readonly triesOfAddress: RateLimit;
  private readonly triesOfComputer: RateLimit;

  constructor(limits: RateLimits) {
    this.asksOfAddress = limits.create({ name: 'code address', points: 8, seconds: HOUR });
    this.asksOfComputer = limits.create({ name: 'code computer', points: 50, seconds: HOUR });
    this.triesOfAddress = limits.create({ name: 'code try address', points: 30, seconds: DAY });
    this.triesOfComputer = limits.create({ name: 'code try computer', points: 100, seconds: HOUR });
  }

  /** Counts that a code is asked for, whether the address has an account or not. @throws AppError `rate_limited` */
  async ask(email: string, ip: string): Promise<void> {
    await this.asksOfComputer.consume(networkOf(ip));
    await this.asksOfAddress.consume(email.toLowerCase());
  }

  /** Counts a try before it is known to be right. @throws AppError `rate_limited` */
  async try(email: string, ip: string): Promise<void> {
    await this.triesOfComputer.consume(networkOf(ip));
    await this.triesOfAddress.consume(email.toLowerCase());
  }
}
