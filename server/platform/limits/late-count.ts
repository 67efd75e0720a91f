import { type RateLimiterMemory, type RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** What is counted within this time is told at once. */
const GATHER_MS = 250;

/** Adds what was counted here to the common count a moment later; a key that all nodes together have used up is refused here too. */
export class LateCount {
  private counted = new Map<string, number>();
  private timer?: NodeJS.Timeout | undefined;

  constructor(
    private readonly here: RateLimiterMemory,
    private readonly together: RateLimiterRedis,
  ) {}

  /** Counts one. */
  note(key: string): void {
    this.counted.set(key, (this.counted.get(key) ?? 0) + 1);
    this.timer ??= setTimeout(() => {
      this.tell();
    }, GATHER_MS).unref();
  }

  private tell(): void {
    const counted = this.counted;
    this.counted = new Map();
    this.timer = undefined;
    for (const [key, points] of counted) {
      this.together.consume(key, points).catch((refusal: unknown) => {
        // Anything else says that Redis is away; then this node counts by itself.
        if (refusal instanceof RateLimiterRes) return this.here.block(key, Math.ceil(refusal.msBeforeNext / 1_000));
        return undefined;
      });
    }
  }
}
