const LONGEST_MS = 5_000;

/**
 * How long to wait before what failed is tried again: longer each time, and up to twice as long by chance, so that many
 * clients do not ask a server in trouble all at once. Ten seconds at most, unless the server asks for more.
 */
export class GrowingPause {
  private least: number;

  /** @param first milliseconds */
  constructor(private readonly first: number) {
    this.least = first;
  }

  /** Milliseconds until the next attempt. @param asked how long the server wants to be left alone */
  next(asked = 0): number {
    const chance = this.least * Math.random();
    const wait = Math.max(this.least, asked) + chance;
    this.least = Math.min(this.least * 2, LONGEST_MS);
    return wait;
  }

  /** It worked: the next pause is short again. */
  startOver(): void {
    this.least = this.first;
  }
}
