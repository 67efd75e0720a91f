import { Injectable } from '@nestjs/common';

/** The time of day, behind a class so that tests can set it. */
@Injectable()
export class Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number {
    return Date.now();
  }

  /** The present moment. */
  date(): Date {
    return new Date(this.now());
  }
}
