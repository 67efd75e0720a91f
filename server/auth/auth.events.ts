import type { SessionEndReason } from '#contracts/socket-events.js';

/** Sessions are over: their sockets close and their tokens are refused. */
export class SessionsEnded {
  constructor(
    readonly userId: string,
    readonly sessionIds: string[],
    readonly reason: SessionEndReason,
  ) {}
}
