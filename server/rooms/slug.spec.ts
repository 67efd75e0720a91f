import { describe, expect, it } from '@jest/globals';
import { numbered, slugCandidates, slugify, isSlug } from './slug.js';

describe('slugify', () => {
  it.each([
    ['机器学习', 'jiqixuexi'],
    ['My Room!', 'my-room'],
    ['x/y', 'x-y'],
    ['..', ''],
    ['🎉', ''],
    ['旅行', 'lvxing'],
    ['女生', 'nvsheng'],
    ['Straße Łódź Ærø đ', 'strasse-lodz-aero-d'],
    ['Crème brûlée', 'creme-brulee'],
    ['ML 机器学习 2026', 'ml-jiqixuexi-2026'],
    ['ＡＢＣ', 'abc'],
    ['--a__b--', 'a-b'],
    ['Привет', ''],
    ['İstanbul', 'istanbul'],
  ])('makes %j into %j', (name, slug) => {
    expect(slugify(name)).toBe(slug);
  });
});

describe('slugCandidates', () => {
  const first = (count: number, name: string, reserved: string[] = []): string[] => {
    const candidates = slugCandidates(name, reserved);
    return Array.from({ length: count }, () => candidates.next().value);
  };

  it('numbers from the second on', () => {
    expect(first(3, '机器')).toEqual(['jiqi', 'jiqi-2', 'jiqi-3']);
  });

  it('passes over reserved words and what parses as an id', () => {
    expect(first(2, 'Chat', ['chat'])).toEqual(['chat-2', 'chat-3']);
    expect(first(1, '019a0000-0000-7000-8000-000000000000')).toEqual(['019a0000-0000-7000-8000-000000000000-2']);
  });

  it('makes a short random one when the name leaves nothing', () => {
    const [one] = first(1, '🎉');
    expect(one).toMatch(/^[a-z2-9]{8}$/);
  });

  it('cuts the base so that base and number fit into 64', () => {
    const name = `${'a'.repeat(61)} bcd`;
    expect(numbered(slugify(name), 1)).toHaveLength(64);
    expect(numbered(slugify(name), 12)).toBe(`${'a'.repeat(61)}-12`);
    expect(isSlug(numbered(slugify(name), 1000))).toBe(true);
  });
});

describe('isSlug', () => {
  it.each(['-a', 'a-', 'a--b', 'A', 'ä', '', 'a'.repeat(65), '019a0000-0000-7000-8000-000000000000'])(
    'refuses %j',
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );
});
