import { HttpException } from '@nestjs/common';
import type { ErrorCode } from '#contracts/error-codes.js';
import { AppError, notFound } from './app-error.js';

const BY_STATUS: Record<number, [ErrorCode, string]> = {
  400: ['malformed_request', 'The request is not understood. Send valid JSON.'],
  401: ['unauthenticated', 'Sign in first.'],
  403: ['forbidden', 'You may not do this.'],
  405: ['method_not_allowed', 'This address does not take this method.'],
  413: ['too_large', 'The request is too large.'],
  415: ['unsupported_media_type', 'Send JSON.'],
  429: ['rate_limited', 'Too many requests. Wait a moment.'],
};

/** SQLSTATE classes and codes, and socket errors, that mean the database cannot be reached or is shutting down. */
const DATABASE_GONE = /^(08|57P|53|ECONNREFUSED$|ECONNRESET$|ENOENT$|EPIPE$|ETIMEDOUT$)/;
/** What the driver and TypeORM say of a lost connection without a code; the last when it broke between two statements. */
const CONNECTION_LOST =
  /Connection terminated|timeout exceeded when trying to connect|connection error|already released/u;
const DATABASE_BUSY = new Set(['55P03', '57014', '40P01', '40001', '25P03']);

function databaseCode(error: unknown): string {
  const cause = error as { code?: unknown; driverError?: { code?: unknown }; message?: unknown };
  const code = cause.driverError?.code ?? cause.code;
  if (typeof code === 'string') return code;
  return CONNECTION_LOST.test(String(cause.message)) ? 'ECONNRESET' : '';
}

function fromStatus(status: number): AppError {
  if (status === 404) return notFound();
  const [code, detail] = BY_STATUS[status] ?? [
    'internal_error',
    'Something failed on our side. It has been logged. Try again.',
  ];
  return new AppError(code, detail);
}

/**
 * The error that the caller is told for anything thrown: an `AppError` as it is, the framework's by status,
 * a lost database as `unavailable`, a lock or statement that took too long as `busy`, all else as `internal_error`.
 */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus());
  const httpStatus = (error as { status?: unknown } | null)?.status;
  if (typeof httpStatus === 'number' && httpStatus >= 400 && httpStatus < 500) return fromStatus(httpStatus);
  const code = error instanceof Error ? databaseCode(error) : '';
  if (DATABASE_BUSY.has(code)) return new AppError('busy', 'The server is busy. Try again.', { retryAfterMs: 1_000 });
  if (DATABASE_GONE.test(code)) {
    return new AppError('unavailable', 'The server cannot reach its database. Try again.', { retryAfterMs: 2_000 });
  }
  return fromStatus(500);
}
