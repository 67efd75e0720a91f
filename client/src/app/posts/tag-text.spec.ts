import { describe, expect, it } from '@jest/globals';
import { cleanTag, markMatch, refusalOf, splitTags, withTag } from './tag-text';

describe('a tag', () => {
  it.each([
    ['##bench ', 'bench'],
    [' two  words ', 'two words'],
    ['#', ''],
  ])('of %j is %j', (text, tag) => {
    expect(cleanTag(text)).toBe(tag);
  });

  it('is there once, whatever its case, and nothing is none', () => {
    expect(withTag(['Infra'], 'INFRA')).toEqual(['Infra']);
    expect(withTag(['Infra'], '')).toEqual(['Infra']);
    expect(withTag(['Infra'], '论文')).toEqual(['Infra', '论文']);
  });

  it('is refused when it is too long or the eleventh', () => {
    const ten = Array.from({ length: 10 }, (_, index) => `tag ${index}`);
    expect(refusalOf('x'.repeat(41), [])).toBe('A tag has at most 40 characters.');
    expect(refusalOf('𠮷'.repeat(40), [])).toBe('');
    expect(refusalOf('eleven', ten)).toBe('A post has at most 10 tags.');
    expect(refusalOf('TAG 3', ten)).toBe('');
  });

  it('is parted from the next by commas, those of Chinese writing among them', () => {
    expect(splitTags('数据、infra，x,')).toEqual(['数据', 'infra', 'x', '']);
    expect(splitTags('one')).toEqual(['one']);
  });

  it('marks the part that was looked for', () => {
    expect(markMatch('Benchmark', 'ench')).toEqual({ before: 'B', match: 'ench', after: 'mark' });
    expect(markMatch('论文评测', '评测')).toEqual({ before: '论文', match: '评测', after: '' });
    expect(markMatch('İstanbul', 's')).toEqual({ before: 'İstanbul', match: '', after: '' });
  });
});
