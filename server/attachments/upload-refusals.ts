import type { FieldCode } from '#contracts/error-codes.js';
import { AppError, fieldError, validationFailed } from '../platform/errors/app-error.js';

/** Something is wrong with the part `file`. */
export function fileProblem(code: FieldCode, message: string, field = 'file'): AppError {
  return validationFailed([{ field, code, message }]);
}

/** The upload has no bytes. */
export function emptyFile(): AppError {
  return fieldError('file', 'file_unusable', 'This file is empty.');
}

/** What the sender is told when the form cannot be read to its end. */
export function asUploadRefusal(error: unknown): unknown {
  const isParser = error instanceof Error && !(error instanceof AppError) && !('code' in error);
  return isParser ? fileProblem('invalid', 'The upload is broken or was cut off. Send it again.') : error;
}
