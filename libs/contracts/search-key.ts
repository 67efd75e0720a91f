/** Letters that are found by other letters than those that Unicode takes them apart into. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/** Signs that belong to the letter before them: accents, and what only joins letters. */
const ACCENTS = /\p{Script=Inherited}/gu;

/** Text as it is searched: without accents and case, full-width letters as the usual ones. Never a line break. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıς]/gu, (letter) => WRITTEN_OUT[letter] ?? letter)
    .replace(/\s/gu, ' ');
}

/** What a query asks for, folded: each word has to be in a search key. */
export function searchTerms(query: string): string[] {
  return fold(query)
    .split(' ')
    .filter((term) => term !== '');
}

/**
 * Whether a query finds what has this search key: each of its words is in it, wherever. An empty query finds everything. The
 * server makes the keys and asks the same of them in its lists.
 */
export function matchesSearchKey(searchKey: string, query: string): boolean {
  return searchTerms(query).every((term) => searchKey.includes(term));
}
