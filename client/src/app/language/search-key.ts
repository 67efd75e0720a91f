import { fold, matchesSearchKey } from '#contracts/search-key.js';

/** What the server gives a key to be found by. */
interface Keyed {
  searchKey?: string | undefined;
}

/** What something is found by; its folded names where a device kept it from before there were keys. */
export function searchKeyOf({ searchKey }: Keyed, ...names: readonly string[]): string {
  return searchKey ?? names.map(fold).join('\n');
}

/** Whether one finds it by the text, as the server would: by words of its names, pinyin and initials. */
export function isNamed(thing: Keyed, text: string, ...names: readonly string[]): boolean {
  return matchesSearchKey(searchKeyOf(thing, ...names), text);
}
