import { Clock } from '../../server/platform/clock/clock.js';

/** A clock that a test moves. */
export class ShiftedClock extends Clock {
  hours = 0;

  override now(): number {
    return Date.now() + this.hours * 3_600_000;
  }
}
