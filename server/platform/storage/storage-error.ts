import { AppError } from '../errors/app-error.js';

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}

/** True when a file is not there. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/** What the caller is told when writing failed: `unavailable` for a full disk; anything else stays what it was. */
export function asStorageError(error: unknown): unknown {
  const isFull = ['ENOSPC', 'EDQUOT'].includes(String(codeOf(error)));
  return isFull ? new AppError('unavailable', 'The disk of the server is full.', { retryAfterMs: 60_000 }) : error;
}
