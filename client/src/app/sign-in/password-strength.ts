/** How hard a password is to guess, as far as its length and variety tell. */
export interface Strength {
  /** How many of four segments are lit. */
  level: 0 | 1 | 2 | 3 | 4;
  /** What to make of it, and what would help. */
  words: string;
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five'];
const FEW_DISTINCT = 5;

/** @param limits shortest that is taken, and from where on a password counts as strong */
export function strengthOf(password: string, limits: { min: number; hint: number }): Strength {
  const length = [...password].length;
  const distinct = new Set(password.toLowerCase()).size;
  const missing = limits.hint - length;
  if (length === 0) return { level: 0, words: `Use at least ${limits.hint} characters. A short sentence works well.` };
  if (length < limits.min) return { level: 1, words: `Too short. Use at least ${limits.min} characters.` };
  if (distinct < FEW_DISTINCT) return { level: 1, words: 'Weak. Use more different characters.' };
  if (missing <= 0) return { level: 4, words: 'Strong.' };
  if (kindsIn(password) < 2) return { level: 2, words: 'Fair. A short sentence works well.' };
  const more = NUMBERS[missing] ?? String(missing);
  return { level: 3, words: `Good. ${more} more ${missing === 1 ? 'character makes' : 'characters make'} it strong.` };
}

/** Small letters, capitals, other letters, digits, the rest. */
function kindsIn(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Lo}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
}
