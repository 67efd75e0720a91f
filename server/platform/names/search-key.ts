import { pinyin } from 'pinyin-pro';
import { fold } from '#contracts/search-key.js';

/** A key never has more UTF-16 units. */
export const LONGEST_SEARCH_KEY = 1024;
const LONGEST_LINE = 640;
const MOST_READINGS = 16;
export const HAN = /\p{Script=Han}/u;
export const HAN_RUNS = /(\p{Script=Han}+)/u;
const PLAIN = { toneType: 'none', type: 'array', v: true } as const;

/**
 * What names are found by, a line each: the names folded, then for Chinese ones their initials and their pinyin joined, first
 * as they are read in this place, then with other readings of single characters. ü is found as `v` and as `u`.
 * 机器学习 → `机器学习`, `jqxx`, `jiqixuexi`. What would make the key too long is left out.
 */
export function searchKeyOf(...names: readonly string[]): string {
  const spoken = names.filter((name) => HAN.test(name)).flatMap(transcriptions);
  const lines = [...names, ...spoken].map((name) => shorten(fold(name)));
  return lines.reduce((key, line) => {
    if (key.includes(line)) return key;
    const longer = key === '' ? line : `${key}\n${line}`;
    return longer.length <= LONGEST_SEARCH_KEY ? longer : key;
  }, '');
}

function shorten(line: string): string {
  return line.slice(0, LONGEST_LINE).replace(/[\ud800-\udbff]$/, '');
}

/** A name in Latin letters, as initials and whole, for each way to read it, the likeliest first. */
function transcriptions(name: string): string[] {
  const syllables = name
    .normalize('NFKC')
    .split(HAN_RUNS)
    .flatMap((part) => (HAN.test(part) ? readingsOf(part) : [[part]]));
  return waysToRead(syllables).flatMap((read) => [
    read.map((syllable, index) => (isSpoken(syllables, index) ? syllable.charAt(0) : syllable)).join(''),
    read.join(''),
  ]);
}

function isSpoken(syllables: readonly string[][], index: number): boolean {
  return /^[a-z]+$/u.test(syllables[index]?.[0] ?? '');
}

/** The readings of each character, first the one that it has here. */
function readingsOf(han: string): string[][] {
  const characters = Array.from(han);
  const here = pinyin(han, PLAIN);
  return characters.map((character, index) => {
    const read = [here[index] ?? character, ...pinyin(character, { ...PLAIN, multiple: true })];
    return [...new Set(read.flatMap((syllable) => [syllable, syllable.replace('v', 'u')]))];
  });
}

/** Combinations of readings, those with the fewest unlikely ones first, not more than are of use. */
function waysToRead(syllables: readonly string[][]): string[][] {
  const ways = [syllables.map(([likeliest = '']) => likeliest)];
  for (let from = 0; from < ways.length && ways.length < MOST_READINGS; from += 1) {
    const base = ways[from] ?? [];
    const changed = base.findLastIndex((syllable, index) => syllable !== syllables[index]?.[0]);
    ways.push(...variantsAfter(base, changed, syllables));
  }
  return ways.slice(0, MOST_READINGS);
}

function variantsAfter(base: readonly string[], changed: number, syllables: readonly string[][]): string[][] {
  return syllables.flatMap((readings, index) =>
    index > changed ? readings.slice(1).map((reading) => base.with(index, reading)) : [],
  );
}
