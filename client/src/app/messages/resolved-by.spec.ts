import { describe, expect, it } from '@jest/globals';
import { OWN, resolvedBy } from './resolved-by';

const NOW = new Date(2026, 5, 3, 12).getTime();
const words = (...facts: Parameters<typeof resolvedBy>) =>
  resolvedBy(...facts)
    .map(({ text }) => text)
    .join('');
const at = (...date: [number, number, number]) => new Date(...date, 9).toISOString();

describe('who resolved a post, and when', () => {
  it.each([
    [at(2026, 5, 3), 'Resolved by 陈思远 today'],
    [at(2026, 5, 2), 'Resolved by 陈思远 yesterday'],
    [at(2026, 5, 1), 'Resolved by 陈思远 on Monday'],
    [at(2026, 4, 27), 'Resolved by 陈思远 on 27 May'],
    [at(2025, 11, 31), 'Resolved by 陈思远 on 31 December 2025'],
  ])('%s', (iso, text) => {
    expect(words('陈思远', iso, NOW)).toBe(text);
  });

  it('names nobody it does not know, and not the reader', () => {
    expect(words(undefined, at(2026, 5, 1), NOW)).toBe('Resolved on Monday');
    expect(words(OWN, at(2026, 5, 1), NOW)).toBe('Resolved by you on Monday');
  });
});
