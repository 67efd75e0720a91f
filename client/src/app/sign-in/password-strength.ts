import { t } from '../language/texts';

/** How hard a password is to guess, as far as its length and variety tell. */
export interface Strength {
  /** How many of four segments are lit. */
  level: 0 | 1 | 2 | 3 | 4;
  /** What to make of it, and what would help. */
  words: string;
}

const FEW_DISTINCT = 5;

/** @param limits shortest that is taken, and from where on a password counts as strong */
export function strengthOf(password: string, limits: { min: number; hint: number }): Strength {
  const length = [...password].length;
  const distinct = new Set(password.toLowerCase()).size;
  const missing = limits.hint - length;
  if (length === 0) return { level: 0, words: t('sign-in.passwordRule', { count: limits.hint }) };
  if (length < limits.min) return { level: 1, words: t('sign-in.tooShort', { count: limits.min }) };
  if (distinct < FEW_DISTINCT) return { level: 1, words: t('sign-in.weak') };
  if (missing <= 0) return { level: 4, words: t('sign-in.strong') };
  if (kindsIn(password) < 2) return { level: 2, words: t('sign-in.fair') };
  return { level: 3, words: t('sign-in.good', { count: missing }) };
}

/** Small letters, capitals, other letters, digits, the rest. */
function kindsIn(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Lo}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
}
