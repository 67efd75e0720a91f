import { ERROR_STATUS, type ErrorCode } from '#contracts/error-codes.js';
import type { PostRevision } from '#contracts/post.dto.js';
import type { FieldProblem, ProblemRoom } from '#contracts/problem.dto.js';

/** What an error tells besides its code. */
export interface ErrorDetails {
  /** Refused fields. */
  errors?: FieldProblem[];
  /** A free value close to a taken one. */
  suggestion?: string;
  /** When a limit lets the next request through, in milliseconds from now. */
  retryAfterMs?: number;
  /** The present state of what was changed meanwhile. */
  current?: object;
  /** Title and about of a post that was changed meanwhile. */
  currentPost?: PostRevision;
  /** What must be seen to first. */
  rooms?: ProblemRoom[];
}

/** An error that the caller may see: a code of the registry and a sentence for people. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    detail: string,
    readonly details: ErrorDetails = {},
    /** `cause`: what the log says about it, and the caller is not told. */
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'AppError';
  }

  /** HTTP status under which the code travels. */
  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** Nothing is there that the caller may read. Says the same whether it exists or not. */
export function notFound(): AppError {
  return new AppError('not_found', 'There is nothing here, or you may not see it.');
}

/** The caller may read it, but not do this. */
export function forbidden(detail: string): AppError {
  return new AppError('forbidden', detail);
}

/** One field is wrong; `code` and `detail` are the field's as well as the answer's. */
export function fieldError(
  field: string,
  code: ErrorCode & FieldProblem['code'],
  detail: string,
  details: ErrorDetails = {},
): AppError {
  return new AppError(code, detail, { ...details, errors: [{ field, code, message: detail }] });
}

/** Fields are wrong: 422 with every one of them. */
export function validationFailed(errors: FieldProblem[]): AppError {
  const isAllText = errors.length > 0 && errors.every((error) => error.code === 'text_invalid');
  return new AppError(
    isAllText ? 'text_invalid' : 'validation_failed',
    errors[0]?.message ?? 'Some fields are wrong.',
    { errors },
  );
}
