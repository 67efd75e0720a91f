import { searchTerms } from '#contracts/search-key.js';

/** An `ilike` pattern for values that hold the text anywhere; its own wildcards stand for themselves. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/gu, '\\$&')}%`;
}

/** Patterns that a search key must be like, all of them, for the query to find it: `matchesSearchKey` for the database. */
export function searchPatterns(query = ''): string[] {
  return searchTerms(query).map(containsPattern);
}
