import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** Places where the process can be made to die, to show that nothing is lost there. */
export type FailPoint = NonNullable<Config['failPoint']>;

/** Kills the process at the fail point that `FAIL_POINT` names; does nothing without it. */
@Injectable()
export class FailPoints {
  constructor(private readonly config: Config) {}

  /** Dies here, without a goodbye, when this is the configured fail point. */
  reach(point: FailPoint): void {
    if (this.config.failPoint === point) process.kill(process.pid, 'SIGKILL');
  }
}
