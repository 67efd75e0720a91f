import type { Ack } from '#contracts/socket-events.js';
import type { Message } from '#contracts/message.dto.js';
import { asAppError } from '../../platform/errors/as-app-error.js';

/** The function by which a client hears the answer to its event; absent when it did not ask for one. */
export type Acknowledge = ((answer: Ack<object>) => void) | undefined;

/** The acknowledgement among the arguments of an event: always the last, when there is one. */
export function findAcknowledge(args: readonly unknown[]): Acknowledge {
  const last = args.at(-1);
  return typeof last === 'function' ? (last as Acknowledge) : undefined;
}

/** An answer that follows: the event was taken, in its turn, and the next may be; what came of it is told when it is known. */
export class Later {
  constructor(readonly answer: Promise<object>) {}
}

/** Tells the client that its event was done. */
export function answer(acknowledge: Acknowledge, result: object | undefined): void {
  acknowledge?.({ ok: true, ...result });
}

/** Tells the client why its event was refused. */
export function refuse(acknowledge: Acknowledge, thrown: unknown): void {
  const { code, message, details } = asAppError(thrown);
  const { retryAfterMs, current } = details;
  acknowledge?.({
    ok: false,
    error: {
      code,
      message,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(current && { current: current as Message }),
    },
  });
}
