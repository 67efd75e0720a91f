import { type AppError, validationFailed } from '../platform/errors/app-error.js';

/** A message needs a text or a file. */
export function emptyText(): AppError {
  return validationFailed([{ field: 'text', code: 'required', message: 'Write something, or attach a file.' }]);
}
