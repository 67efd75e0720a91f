import { Injectable } from '@nestjs/common';
import { networkOf } from '../platform/limits/network-of.js';
import type { RateLimit } from '../platform/limits/rate-limits.js';
import { RateLimits } from '../platform/limits/rate-limits.js';

const QUARTER_HOUR = 900;
const HOUR = 3_600;

/**
 * Brute-force limits: wrong passwords by the name that is given and by network, new accounts by network. The username and the
 * address of an account are counted apart: else a limit that both share would tell that they belong together.
 */
@Injectable()
export class Attempts {
  /** One guesser at one account. */
  private readonly pair: RateLimit;
  /** Many guessers at one account. */
  private readonly login: RateLimit;
  /** One guesser at many accounts. */
  private readonly address: RateLimit;
  private readonly registration: RateLimit;

  constructor(limits: RateLimits) {
    this.pair = limits.create({ name: 'sign-in pair', points: 10, seconds: QUARTER_HOUR });
    this.login = limits.create({ name: 'sign-in account', points: 100, seconds: HOUR });
    this.address = limits.create({ name: 'sign-in address', points: 100, seconds: QUARTER_HOUR });
    this.registration = limits.create({ name: 'registration', points: 50, seconds: HOUR });
  }

  /** Counts a try before it is known to be right, so that guesses made at once count too. @throws AppError `rate_limited` */
  async signIn(login: string, ip: string): Promise<void> {
    const [key, network] = [login.toLowerCase(), networkOf(ip)];
    await Promise.all([this.pair.consume(`${key} ${network}`), this.login.consume(key), this.address.consume(network)]);
  }

  /** Takes the try back, and forgets the wrong ones before it. */
  async succeeded(login: string, ip: string): Promise<void> {
    const [key, network] = [login.toLowerCase(), networkOf(ip)];
    await Promise.all([this.pair.forgive(`${key} ${network}`), this.login.refund(key), this.address.refund(network)]);
  }

  /** Lets somebody try again at once, who has shown otherwise that the account is theirs. */
  async forgive(login: string, ip: string): Promise<void> {
    await this.pair.forgive(`${login.toLowerCase()} ${networkOf(ip)}`);
  }

  /** Counts a registration. @throws AppError `rate_limited` */
  async register(ip: string): Promise<void> {
    await this.registration.consume(networkOf(ip));
  }
}
