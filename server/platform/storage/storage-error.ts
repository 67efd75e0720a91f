import { AppError } from '../errors/app-error.js';

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}

/** For `catch`: a file that is not there is undefined. @throws every other error */
export function undefinedWhenMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
  return undefined;
}

/** What the caller is told when writing failed: `unavailable` for a full disk; anything else stays what it was. */
export function asStorageError(error: unknown): unknown {
  const isFull = ['ENOSPC', 'EDQUOT'].includes(String(codeOf(error)));
  return isFull ? new AppError('unavailable', 'The disk of the server is full.', { retryAfterMs: 60_000 }) : error;
}
