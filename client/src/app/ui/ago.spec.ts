import { describe, expect, it } from '@jest/globals';
import { ago } from './ago';

describe('how long ago', () => {
  const now = new Date(2026, 5, 3, 15, 0).getTime();
  it.each([
    [0, 'just now'],
    [4, '4 min ago'],
    [125, '2 h ago'],
    [60 * 30, 'yesterday'],
    [60 * 24 * 3, 'on Sun'],
    [60 * 24 * 30, 'on 4 May'],
  ])('%d minutes is %j', (minutes, said) => {
    expect(ago(new Date(now - minutes * 60_000).toISOString(), now)).toBe(said);
  });
});
