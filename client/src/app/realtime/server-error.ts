import { HttpErrorResponse } from '@angular/common/http';
import type { ErrorCode, FieldCode } from '#contracts/error-codes.js';
import type { Message } from '#contracts/message.dto.js';
import type { Problem } from '#contracts/problem.dto.js';
import type { SocketError } from '#contracts/socket.dto.js';

export interface FieldError {
  field: string;
  code: FieldCode;
  message: string;
}

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
  ) {
    super(message);
    this.name = 'ServerError';
  }
}

const UNREACHABLE = 'The server did not answer.';

/** The error of a request as a `ServerError`. */
export function fromHttp(error: unknown): ServerError {
  if (error instanceof ServerError) return error;
  if (!(error instanceof HttpErrorResponse) || error.status === 0) return new ServerError('unreachable', UNREACHABLE);
  const problem = error.error as Partial<Problem> | null;
  if (problem === null || typeof problem !== 'object' || problem.code === undefined) {
    return new ServerError(error.status >= 500 ? 'unreachable' : 'malformed_request', UNREACHABLE, error.status);
  }
  const retryAfter = Number(error.headers.get('Retry-After'));
  return new ServerError(
    problem.code,
    problem.detail ?? problem.title ?? UNREACHABLE,
    error.status,
    problem.errors ?? [],
    retryAfter > 0 ? retryAfter * 1000 : undefined,
    problem.suggestion,
  );
}

/** The error of an acknowledgement as a `ServerError`. */
export function fromSocket(error: SocketError): ServerError {
  return new ServerError(error.code, error.message, 0, [], error.retryAfterMs, undefined, error.current);
}

/** No acknowledgement came: the connection broke or the server was silent. */
export function noAnswer(): ServerError {
  return new ServerError('unreachable', UNREACHABLE);
}
