import { dictionary } from '@zxcvbn-ts/language-common';
import type { FieldProblem } from '#contracts/problem.dto.js';

let common: Set<string> | undefined;

function isCommon(password: string): boolean {
  common ??= new Set(dictionary['passwords-common'].map((word) => word.toLowerCase()));
  return common.has(password.toLowerCase());
}

/** Names of the account that a password must not be. */
export interface AccountNames {
  username: string;
  email: string;
}

/** Whether a password is a name of its account, or the first part of the address. */
export function isLikeName(password: string, { username, email }: AccountNames): boolean {
  const names = [username, email, email.split('@')[0] ?? ''];
  return names.some((name) => name.toLowerCase() === password.toLowerCase());
}

/** Why the password is refused at `field`; undefined when it is good. Its length is checked where it arrives. */
export function findPasswordProblem(field: string, password: string, names: AccountNames): FieldProblem | undefined {
  if (isLikeName(password, names)) {
    return { field, code: 'password_like_name', message: 'The password must not be your username or email address.' };
  }
  if (isCommon(password)) {
    return {
      field,
      code: 'password_common',
      message: 'This password is on every list of guesses. A short sentence works well.',
    };
  }
  return undefined;
}
