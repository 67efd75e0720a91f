import { describe, expect, it } from '@jest/globals';
import { LONGEST_SORT_KEY, sortKeyOf, sortKeyOfPerson } from './sort-key.js';

describe('a sort key', () => {
  it('has no case, accents, nor width', () => {
    expect(['Émile', 'ÉMILE', 'Ｅｍｉｌｅ'].map(sortKeyOf)).toEqual(['emile', 'emile', 'emile']);
  });

  it('has Chinese characters as they are spoken, a syllable a word, and then as they are written', () => {
    expect(sortKeyOf('机器学习')).toBe('ji qi xue xi\n机器学习');
    expect(sortKeyOf('AI机器 2024, 王')).toBe('ai ji qi 42024, wang\nai机器 42024, 王');
    expect(sortKeyOf('绿')).toBe('lv\n绿');
    expect(['先', '西安'].toSorted((one, other) => (sortKeyOf(one) < sortKeyOf(other) ? -1 : 1))).toEqual([
      '西安',
      '先',
    ]);
  });

  it('has the family names of people as they are read in names', () => {
    expect(['曾小明', '单伟'].map(sortKeyOfPerson)).toEqual(['zeng xiao ming\n曾小明', 'shan wei\n单伟']);
    expect(sortKeyOf('单元')).toBe('dan yuan\n单元');
  });

  it('has numbers by how large they are', () => {
    const names = ['Team 2', 'Team 007', 'Team 10', 'Team 123456789012'];
    expect(names.toSorted((one, other) => (sortKeyOf(one) < sortKeyOf(other) ? -1 : 1))).toEqual(names);
  });

  it('is never too long, nor cut within a sign', () => {
    const key = sortKeyOf(`a${'😀'.repeat(100)}`);
    expect(key.length).toBeLessThanOrEqual(LONGEST_SORT_KEY);
    expect(key.isWellFormed()).toBe(true);
  });
});
