import { describe, expect, it } from '@jest/globals';
import { match } from './matching';

/** The name with what is marked in brackets; null when it is not found. */
function marked(query: string, ...keys: string[]): string | null {
  const found = match(query, keys);
  if (found === null) return null;
  return [...found.marks]
    .reverse()
    .reduce((text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`, keys[0] ?? '');
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
    expect(match(query, [name])).toBeNull();
  });

  it('finds Chinese names by their pinyin, which the address has, and marks nothing then', () => {
    expect(marked('jiqi', '机器学习', 'jiqixuexi')).toBe('机器学习');
    expect(marked('xuexi', '机器学习', 'jiqixuexi')).toBe('机器学习');
  });

  it('takes further keys, such as initials, without more ado', () => {
    expect(match('jqxx', ['机器学习', 'jiqixuexi'])?.score).toBeGreaterThan(4);
    expect(match('jqxx', ['机器学习', 'jiqixuexi', 'jqxx'])?.score).toBeLessThan(1);
  });

  it('puts a start before the start of a word, before the inside, before initials, before what is scattered', () => {
    const names = ['Re-le-a', 'Area', 'My Reader', 'Reader'];
    const byScore = [...names].sort((one, other) => score('rea', one) - score('rea', other));
    expect(byScore).toEqual(['Reader', 'My Reader', 'Area', 'Re-le-a']);
  });
});

function score(query: string, name: string): number {
  return match(query, [name])?.score ?? Infinity;
}
