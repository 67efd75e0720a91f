import { pinyin } from 'pinyin-pro';
import { fold } from '#contracts/search-key.js';
import { HAN, HAN_RUNS } from './search-key.js';

/** A key never has more UTF-16 units, so that it fits into a cursor. */
export const LONGEST_SORT_KEY = 80;
const MOST_DIGITS = 9;

/** Whether a name may begin with one. */
type FamilyNames = 'head' | 'off';

/**
 * What a name is sorted by, code point by code point: folded, Chinese characters as their pinyin, a syllable a word, and then as
 * they are written; numbers by how large they are.
 */
export function sortKeyOf(name: string): string {
  return keyOf(name, 'off');
}

/** As `sortKeyOf`; a Chinese family name is read as such. */
export function sortKeyOfPerson(name: string): string {
  return keyOf(name, 'head');
}

function keyOf(name: string, surname: FamilyNames): string {
  const written = fold(name);
  const spoken = fold(spell(name, surname)).replace(/ +/gu, ' ').trim();
  const key = HAN.test(name) ? `${spoken}\n${written}` : written;
  return countDigits(key)
    .slice(0, LONGEST_SORT_KEY)
    .replace(/[\ud800-\udbff]$/, '');
}

function spell(name: string, surname: FamilyNames): string {
  return name
    .normalize('NFKC')
    .split(HAN_RUNS)
    .map((part) => (HAN.test(part) ? ` ${pinyin(part, { toneType: 'none', v: true, surname })} ` : part))
    .join('');
}

/** Of numbers the one with fewer digits comes first. */
function countDigits(text: string): string {
  return text.replace(/0*(\d+)/gu, (_, digits: string) => `${String(Math.min(digits.length, MOST_DIGITS))}${digits}`);
}
