import { Injectable } from '@nestjs/common';
import type { DestinationStream } from 'pino';
import { REQUEST_FAILED } from './log-options.js';

const KEPT = 20;
const LONGEST = 300;
/** How an entry of level error or fatal begins. */
const BAD = /^\{"level":[56]0,/u;

/** An error as it was logged, without where in the program it happened. */
export interface RecentError {
  /** Milliseconds since 1970. */
  at: number;
  context?: string;
  message: string;
  error?: string;
}

interface Entry {
  time: number;
  msg?: string;
  context?: string;
  err?: { type: string; message: string };
}

/** The last errors that this process logged. */
@Injectable()
export class RecentErrors {
  private readonly kept: RecentError[] = [];

  /** The same destination, which is listened to on its way. */
  listenTo(destination: DestinationStream): DestinationStream {
    return {
      write: (line) => {
        if (BAD.test(line)) this.note(line);
        destination.write(line);
      },
    };
  }

  /** The latest first. */
  list(): RecentError[] {
    return this.kept.toReversed();
  }

  private note(line: string): void {
    const { time, msg = '', context, err } = JSON.parse(line) as Entry;
    if (msg === REQUEST_FAILED) return;
    this.kept.push({
      at: time,
      message: msg.slice(0, LONGEST),
      ...(context !== undefined && { context }),
      ...(err && { error: `${err.type}: ${err.message}`.slice(0, LONGEST) }),
    });
    if (this.kept.length > KEPT) this.kept.shift();
  }
}
