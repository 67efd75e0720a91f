import type { FieldCode } from '#contracts/error-codes.js';
import { type AppError, fieldError, validationFailed } from '../errors/app-error.js';

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
  const code = (error as { code?: unknown }).code;
  const isForm = error instanceof Error && (code === undefined || code === 'ERR_STREAM_PREMATURE_CLOSE');
  return isForm ? fileProblem('invalid', 'The upload is broken or was cut off. Send it again.') : error;
}
