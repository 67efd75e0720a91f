import { LIMITS } from '#contracts/limits.js';
import { countCodePoints } from '#contracts/text.js';

const FAIR_KINDS = 5;

/** What a password that is being typed is worth, in words; the server knows the common ones. */
export function strengthOf(password: string): string {
  const length = countCodePoints(password);
  if (length === 0) return `${LIMITS.password.hint} characters or more is strong. A short sentence works well.`;
  const missing = LIMITS.password.min - length;
  if (missing > 0) return missing === 1 ? '1 more character' : `${missing} more characters`;
  if (new Set(password.toLowerCase()).size < FAIR_KINDS) return 'Weak: the same few characters again and again';
  return length < LIMITS.password.hint ? 'Fair: longer is stronger' : 'Strong';
}
