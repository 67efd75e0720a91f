import { violates } from '../database/violations.js';
import { type AppError, fieldError } from '../platform/errors/app-error.js';

/** By what an account is found. */
interface Names {
  username: string;
  email: string;
}

/** @param suggestion a free one near it */
export function usernameTaken(username: string, suggestion?: string): AppError {
  const details = suggestion === undefined ? {} : { suggestion };
  return fieldError('username', 'username_taken', `"${username}" is taken.`, details);
}

/** What the database said, as what somebody may read when another was first. */
export function asTaken(error: unknown, { username, email }: Names): unknown {
  if (violates(error, 'uq_users_username')) return usernameTaken(username);
  if (violates(error, 'uq_users_email'))
    return fieldError('email', 'email_taken', `${email} has an account already. Sign in instead.`);
  return error;
}
