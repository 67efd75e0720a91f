import type { SessionEndReason } from '#contracts/socket-events.js';

/** Sessions are over: their sockets close and their tokens are refused. */
export class SessionsEnded {
  constructor(
    readonly userId: string,
    readonly sessionIds: string[],
    readonly reason: SessionEndReason,
  ) {}
}

/** A code is to be mailed. What it is and to whom is sealed, since events are kept until they were followed. */
export class EmailCodeIssued {
  constructor(
    readonly codeId: string,
    readonly sealed: string,
  ) {}
}

/** A user has another password. */
export class PasswordChanged {
  constructor(
    readonly userId: string,
    /** Milliseconds since 1970. */
    readonly at: number,
  ) {}
}
