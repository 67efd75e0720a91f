/** Letters of a text, from the first to before the second index. */
export type Span = readonly [from: number, to: number];

export interface Match {
  /** The less, the better. */
  score: number;
  /** What of the first key was typed, to be marked; empty when another key was found. */
  marks: readonly Span[];
}

const SHORTEST_SCATTERED = 2;
/** So much is a key worth less than the one before it. */
const LATER_KEY = 0.1;
const LETTER = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/**
 * Whether every word of the query is found in one of the keys: at its start, at the start of a word, inside, as the
 * initials of its words, or scattered but close together. Case and accents do not matter. An empty query finds everything.
 * @param keys what something may be found by, the name that is shown first
 */
export function match(query: string, keys: readonly string[]): Match | null {
  const words = fold(query.trim()).split(/\s+/u).filter(Boolean);
  const found = words.map((word) => best(word, keys));
  if (found.some((one) => one === null)) return null;
  const all = found.filter((one) => one !== null);
  return {
    score: all.reduce((sum, { score }) => sum + score, 0),
    marks: join(all.flatMap(({ marks }) => marks)),
  };
}

function best(word: string, keys: readonly string[]): Match | null {
  let found: Match | null = null;
  keys.forEach((key, index) => {
    const match = inKey(word, fold(key));
    if (match === null) return;
    const score = match.score + index * LATER_KEY;
    if (found === null || score < found.score) found = { score, marks: index === 0 ? match.marks : [] };
  });
  return found;
}

function inKey(word: string, key: string): Match | null {
  const starts = wordStarts(key);
  if (key.startsWith(word)) return { score: 0, marks: [[0, word.length]] };
  const atWord = starts.find((start) => key.startsWith(word, start));
  if (atWord !== undefined) return { score: 1, marks: [[atWord, atWord + word.length]] };
  const inside = key.indexOf(word);
  if (inside >= 0) return { score: 2, marks: [[inside, inside + word.length]] };
  const initials = starts.map((start) => key[start]).join('');
  if (word.length >= SHORTEST_SCATTERED && initials.startsWith(word)) {
    return { score: 3, marks: starts.slice(0, word.length).map((start) => [start, start + 1]) };
  }
  return scattered(word, key, starts);
}

/** From the start of a word up to three times as long as the query, from elsewhere with one gap of one letter. */
function scattered(word: string, key: string, starts: readonly number[]): Match | null {
  if (word.length < SHORTEST_SCATTERED) return null;
  let found: number[] | null = null;
  for (let from = key.indexOf(word.charAt(0)); from >= 0; from = key.indexOf(word.charAt(0), from + 1)) {
    const places = placesFrom(word, key, from);
    if (places === null) break;
    const length = lengthOf(places);
    const isClose = length <= word.length + 1 || (starts.includes(from) && length <= word.length * 3);
    if (isClose && (found === null || length < lengthOf(found))) found = places;
  }
  return found === null ? null : { score: 4 + lengthOf(found) / 100, marks: found.map((place) => [place, place + 1]) };
}

/** Where each letter of the word stands, one after the other. */
function placesFrom(word: string, key: string, from: number): number[] | null {
  const places: number[] = [];
  let at = from;
  for (const letter of word) {
    const place = key.indexOf(letter, at);
    if (place < 0) return null;
    places.push(place);
    at = place + 1;
  }
  return places;
}

function lengthOf(places: readonly number[]): number {
  return (places.at(-1) ?? 0) - (places[0] ?? 0) + 1;
}

/** Indexes at which words begin; every Chinese character is one. */
function wordStarts(key: string): number[] {
  return Array.from({ length: key.length }, (_, index) => index).filter((index) => {
    const [before, here] = [key[index - 1] ?? ' ', key[index] ?? ' '];
    return LETTER.test(here) && (!LETTER.test(before) || HAN.test(here) || HAN.test(before));
  });
}

/** Small letters without accents, each at the index where it stood. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const letter = text.charAt(index);
    return letter.normalize('NFD').charAt(0).toLowerCase().charAt(0) || letter;
  }).join('');
}

/** In order, without overlaps. */
function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [from, to] of [...spans].sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}
