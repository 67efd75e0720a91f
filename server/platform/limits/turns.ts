import { AppError } from '../errors/app-error.js';

/** Lets a few at once do what takes much of the computer; the others wait their turn, but not too many of them. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Does the work when its turn has come, in the order of asking. @throws AppError `busy` when too many wait; what the work throws */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running < this.atOnce) this.running += 1;
    else await this.wait();
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  private async wait(): Promise<void> {
    if (this.waiting.length >= this.mostWaiting)
      throw new AppError('busy', 'The server is busy. Try again.', { retryAfterMs: 5_000 });
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The place goes from hand to hand, so that nobody comes between. */
  private pass(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
