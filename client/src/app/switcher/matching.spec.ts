import { describe, expect, it } from '@jest/globals';
import { fold, matchesSearchKey, searchTerms } from '#contracts/search-key.js';
import { haystack, match } from './matching';

const find = (query: string, name: string, searchKey = fold(name)) =>
  match(searchTerms(query), haystack(name, searchKey));

/** The name with what is marked in brackets; null when it is not found. */
function marked(query: string, name: string, searchKey?: string): string | null {
  const found = find(query, name, searchKey);
  if (found === null) return null;
  return [...found.marks]
    .reverse()
    .reduce((text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`, name);
}

describe('finding by what is typed', () => {
  it.each([
    ['rea', 'Reading Club 读书会', '[Rea]ding Club 读书会'],
    ['rea', 'Area lights: area 3', 'A[rea] lights: area 3'],
    ['rea', 'Release Train', '[Re]le[a]se Train'],
    ['rea', 'Greta Olsen', 'G[re]t[a] Olsen'],
    ['train', 'Release Train', 'Release [Train]'],
    ['ml', 'Machine Learning 机器学习', '[M]achine [L]earning 机器学习'],
    ['读书', 'Reading Club 读书会', 'Reading Club [读书]会'],
    ['tomas', 'Tomás Álvarez', '[Tomás] Álvarez'],
    ['CLUB read', 'Reading Club', '[Read]ing [Club]'],
    ['', 'Anything', 'Anything'],
  ])('"%s" finds %s', (query, name, shown) => {
    expect(marked(query, name)).toBe(shown);
  });

  it.each([
    ['xyz', 'Release Train'],
    ['rmn', 'Read the minutes'],
    ['club film', 'Reading Club'],
    ['nr', 'Release Train'],
  ])('"%s" does not find %s', (query, name) => {
    expect(find(query, name)).toBeNull();
  });

  it.each(['jiqi', 'xuexi', 'jqxx', 'JIQI xue'])(
    '"%s" finds 机器学习 by its search key, and marks nothing',
    (query) => {
      expect(marked(query, '机器学习', '机器学习\njqxx\njiqixuexi')).toBe('机器学习');
    },
  );

  it.each([
    ['strasse', 'Straße', 'strasse'],
    ['Straße', 'Strasse', 'strasse'],
    ['ｃａｆｅ', 'Café', 'cafe'],
    ['一周', '机器学习', '机器学习\njqxx'],
  ])('"%s" finds %s whenever other lists do', (query, name, searchKey) => {
    expect(find(query, name, searchKey) !== null).toBe(matchesSearchKey(searchKey, query));
  });

  it('puts a start before the start of a word, before the inside, before initials, before what is scattered', () => {
    const names = ['Re-le-a', 'Area', 'My Reader', 'Reader'];
    const byScore = [...names].sort((one, other) => score('rea', one) - score('rea', other));
    expect(byScore).toEqual(['Reader', 'My Reader', 'Area', 'Re-le-a']);
  });
});

function score(query: string, name: string): number {
  return find(query, name)?.score ?? Infinity;
}
