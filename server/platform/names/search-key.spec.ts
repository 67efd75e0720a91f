import { describe, expect, it } from '@jest/globals';
import { fold, matchesSearchKey } from '#contracts/search-key.js';
import { LONGEST_SEARCH_KEY, searchKeyOf } from './search-key.js';

function finds(query: string, ...names: string[]): boolean {
  return matchesSearchKey(searchKeyOf(...names), query);
}

describe('a search key', () => {
  it('has no case, accents, nor width', () => {
    expect(searchKeyOf('Café Zürich')).toBe('cafe zurich');
    expect(['CAFÉ', 'cafe', 'ｃａｆｅ', 'zur caf', ' '].filter((query) => !finds(query, 'Café Zürich'))).toEqual([]);
    expect(fold('Łódź Ærø Straße İstanbul ΟΔΌΣ ガ')).toBe('lodz aero strasse istanbul οδοσ カ');
    expect(finds('caff', 'Café')).toBe(false);
  });

  it('keeps vowels that are signs of a script of their own', () => {
    expect(finds('की', 'कु')).toBe(false);
  });

  it('has initials and pinyin of Chinese names', () => {
    expect(searchKeyOf('机器学习')).toBe('机器学习\njqxx\njiqixuexi');
    expect(['jqxx', 'jiqi', 'JiQi', '学习', 'ji xue', 'qixue'].filter((query) => !finds(query, '机器学习'))).toEqual(
      [],
    );
    expect(finds('jixue', '机器学习')).toBe(false);
  });

  it('knows every reading, the one of the place first', () => {
    expect(searchKeyOf('重庆').split('\n').slice(0, 3)).toEqual(['重庆', 'cq', 'chongqing']);
    const queries = ['chongqing', 'zhongqing', 'zq', 'cq'];
    expect(queries.filter((query) => !finds(query, '重庆'))).toEqual([]);
    expect(['zeng', 'ceng'].filter((query) => !finds(query, '曾小明'))).toEqual([]);
  });

  it('takes v and u for ü', () => {
    expect(['lvxing', 'luxing', 'lx'].filter((query) => !finds(query, '旅行'))).toEqual([]);
    expect(['qinglve', 'qinglue'].filter((query) => !finds(query, '轻略'))).toEqual([]);
  });

  it('keeps Latin words in Chinese names, and all names', () => {
    expect(
      ['aijqxx', 'aijiqi', 'jqxx 2024', 'linden'].filter((query) => !finds(query, 'AI机器学习 2024', 'linden')),
    ).toEqual([]);
    expect(['aijqxx2024', 'linden'].map((query) => finds(query, 'AI机器学习2024', 'linden'))).toEqual([true, true]);
  });

  it('joins nothing over the end of a name', () => {
    expect(finds('annabe', 'Anna', 'bert')).toBe(false);
    expect(finds('anna be', 'Anna', 'bert')).toBe(true);
  });

  it('is never too long, and then keeps what it is called', () => {
    const name = '行'.repeat(200);
    const key = searchKeyOf(name);
    expect(key.length).toBeLessThanOrEqual(LONGEST_SEARCH_KEY);
    expect(key.split('\n').slice(0, 2)).toEqual([name, 'x'.repeat(200)]);
    expect(finds('صلى', '\ufdfa'.repeat(200))).toBe(true);
    expect(searchKeyOf(`a${'𠮷'.repeat(400)}`).isWellFormed()).toBe(true);
  });
});
