import { describe, expect, it } from '@jest/globals';
import { ago, agoInWords } from './ago';

describe('how long ago', () => {
  const now = new Date(2026, 5, 3, 15, 0).getTime();
  it.each([
    [0, 'just now'],
    [4, '4 min ago'],
    [125, '2 h ago'],
    [60 * 30, 'yesterday'],
    [60 * 24 * 3, 'on Sunday'],
    [60 * 24 * 30, 'on 4 May'],
    [60 * 24 * 365, 'on 3 Jun 2025'],
  ])('%d minutes is %j', (minutes, said) => {
    expect(ago(new Date(now - minutes * 60_000).toISOString(), now)).toBe(said);
  });

  it.each([
    [0, 'just now'],
    [1, '1 minute ago'],
    [4, '4 minutes ago'],
    [61, '1 hour ago'],
    [125, '2 hours ago'],
    [60 * 30, 'yesterday'],
  ])('%d minutes in words is %j', (minutes, said) => {
    expect(agoInWords(new Date(now - minutes * 60_000).toISOString(), now)).toBe(said);
  });
});
