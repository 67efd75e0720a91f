import { signal } from '@angular/core';

/** Seconds that go by, one after the other. */
export class Countdown {
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly left = signal(0);

  readonly seconds = this.left.asReadonly();

  /** Begins anew. By the clock: a timer of a hidden page stands still. */
  start(ms: number): void {
    const end = Date.now() + ms;
    this.stop();
    const tick = (): void => {
      this.left.set(Math.max(0, Math.ceil((end - Date.now()) / 1_000)));
      if (this.left() === 0) this.stop();
    };
    tick();
    if (this.left() > 0) this.timer = setInterval(tick, 250);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
