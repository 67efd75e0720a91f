import { HttpErrorResponse } from '@angular/common/http';
import type { ErrorCode, FieldCode } from '#contracts/error-codes.js';
import type { Message } from '#contracts/message.dto.js';
import type { PostRevision } from '#contracts/post.dto.js';
import type { Problem, ProblemRoom } from '#contracts/problem.dto.js';
import type { SocketError } from '#contracts/socket.dto.js';

export interface FieldError {
  field: string;
  code: FieldCode;
  message: string;
}

/** Refusals that pass by themselves or with signing in: the same may be tried again. */
const PASSING = new Set<ErrorCode | 'unreachable'>([
  ...(['unreachable', 'busy', 'unavailable', 'rate_limited'] as const),
  ...(['session_ended', 'unauthenticated'] as const),
]);

/** What the server refused, or `unreachable` when no answer came; the same for HTTP and the socket. */
export class ServerError extends Error {
  constructor(
    readonly code: ErrorCode | 'unreachable',
    message: string,
    readonly status = 0,
    readonly fields: readonly FieldError[] = [],
    readonly retryAfterMs?: number,
    readonly suggestion?: string,
    readonly current?: Message,
    /** What is in the way (`owns_rooms`). */
    readonly rooms: readonly ProblemRoom[] = [],
    /** Title and about of the post as they are now (`stale_edit`). */
    readonly currentPost?: PostRevision,
  ) {
    super(message);
    this.name = 'ServerError';
  }

  get isPassing(): boolean {
    return PASSING.has(this.code);
  }
}

/** For logs: readers are told by code. */
const NO_ANSWER = 'no answer';

/** The error of a request as a `ServerError`. */
export function fromHttp(error: unknown): ServerError {
  if (error instanceof ServerError) return error;
  if (!(error instanceof HttpErrorResponse) || error.status === 0) return noAnswer();
  const problem = asProblem(error.error);
  // Something between us and the server answered, such as a proxy.
  if (problem === undefined) return new ServerError('unreachable', NO_ANSWER, error.status);
  const { code, detail, errors = [], suggestion, rooms, currentPost } = problem;
  const { status } = error;
  return new ServerError(code, detail, status, errors, retryAfterMs(error), suggestion, undefined, rooms, currentPost);
}

function asProblem(body: unknown): Problem | undefined {
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
  return isProblem ? (body as Problem) : undefined;
}

function retryAfterMs({ headers }: HttpErrorResponse): number | undefined {
  const seconds = Number(headers.get('Retry-After'));
  return seconds > 0 ? seconds * 1000 : undefined;
}

/** The error of an acknowledgement as a `ServerError`. */
export function fromSocket(error: SocketError): ServerError {
  return new ServerError(error.code, error.message, 0, [], error.retryAfterMs, undefined, error.current);
}

/** No acknowledgement came: the connection broke or the server was silent. */
export function noAnswer(): ServerError {
  return new ServerError('unreachable', NO_ANSWER);
}
