/** Letters of a text, from the first to before the second index. */
export type Span = readonly [from: number, to: number];

export interface Match {
  /** The less, the better. */
  score: number;
  /** What of the name was typed, to be marked; empty where it is found by something else. */
  marks: readonly Span[];
}

const SHORTEST_SCATTERED = 2;
/** So much is a line of the search key worth less than the name, and than the line before it. */
const LATER_LINE = 0.1;
const LETTER = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
/** Small letters that have no other form. */
const PLAIN = /^[ -~\p{Script=Han}]*$/u;

/** What something is looked for in. */
export interface Haystack {
  /** As it is shown, folded letter by letter. */
  name: string;
  /** Indexes at which words of the name begin; every Chinese character is one. */
  starts: readonly number[];
  searchKey: string;
}

/** Made once for something that is looked for at every letter typed. */
export function haystack(shown: string, searchKey: string): Haystack {
  const name = foldInPlace(shown);
  const indexes = Array.from({ length: name.length }, (_, index) => index);
  return { name, starts: indexes.filter((index) => isWordStart(name, index)), searchKey };
}

/**
 * Whether every word of a query is found: in the name or a line of the search key at its start, at the start of a word or
 * inside, or in the name as the initials of its words or scattered but close together: all that `matchesSearchKey` finds,
 * and more. No words find everything.
 * @param words folded, as `searchTerms` has them
 */
export function match(words: readonly string[], where: Haystack): Match | null {
  const all: Match[] = [];
  for (const word of words) {
    const found = best(word, where);
    if (found === null) return null;
    all.push(found);
  }
  return {
    score: all.reduce((sum, { score }) => sum + score, 0),
    marks: join(all.flatMap(({ marks }) => marks)),
  };
}

function best(word: string, where: Haystack): Match | null {
  const { name, searchKey } = where;
  const ofName = inLine(word, name) ?? spread(word, where);
  if (ofName?.score === 0 || !searchKey.includes(word)) return ofName;
  const ofKey = searchKey
    .split('\n')
    .map((line, index) => ({ score: (inLine(word, line)?.score ?? Infinity) + (index + 1) * LATER_LINE, marks: [] }))
    .reduce((one, other) => (other.score < one.score ? other : one));
  return ofName !== null && ofName.score <= ofKey.score ? ofName : ofKey;
}

/** As a whole: at the start, at the start of a word, inside. */
function inLine(word: string, line: string): Match | null {
  const inside = line.indexOf(word);
  if (inside < 0) return null;
  let at = inside;
  while (at > 0 && !isWordStart(line, at)) at = line.indexOf(word, at + 1);
  const from = at < 0 ? inside : at;
  return { score: at < 0 ? 2 : Math.sign(at), marks: [[from, from + word.length]] };
}

/** Letter by letter: the initials of its words, or scattered but close together. */
function spread(word: string, { name, starts }: Haystack): Match | null {
  if (word.length < SHORTEST_SCATTERED || placesFrom(word, name, 0) === null) return null;
  const initials = starts.map((start) => name[start]).join('');
  if (!initials.startsWith(word)) return scattered(word, name, starts);
  return { score: 3, marks: starts.slice(0, word.length).map((start) => [start, start + 1]) };
}

/** From the start of a word up to three times as long as the query, from elsewhere with one gap of one letter. */
function scattered(word: string, key: string, starts: readonly number[]): Match | null {
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

function isWordStart(line: string, index: number): boolean {
  const [before, here] = [line[index - 1] ?? ' ', line[index] ?? ' '];
  return LETTER.test(here) && (!LETTER.test(before) || HAN.test(here) || HAN.test(before));
}

/** Small letters without accents, each at the index where it stood, so that it can be marked there. */
function foldInPlace(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length && PLAIN.test(small)) return small;
  return Array.from({ length: text.length }, (_, index) => {
    const letter = text.charAt(index);
    return letter.normalize('NFKD').charAt(0).toLowerCase().charAt(0) || letter;
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
