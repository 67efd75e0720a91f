import { describe, expect, it } from '@jest/globals';
import { strengthOf } from './password-strength';

const limits = { min: 8, hint: 12 };
const of = (password: string) => strengthOf(password, limits);

describe('the strength of a password', () => {
  it.each([
    ['', 0, 'Use at least 12 characters. A short sentence works well.'],
    ['short', 1, 'Too short. Use at least 8 characters.'],
    ['aaaaaaaaaaaa', 1, 'Weak. Use more different characters.'],
    ['lanterns', 2, 'Fair. A short sentence works well.'],
    ['lantern-9', 3, 'Good. 3 more characters make it strong.'],
    ['lantern-945', 3, 'Good. One more character makes it strong.'],
    ['a lamp on the stairs', 4, 'Strong.'],
    ['灯在楼梯上', 1, 'Too short. Use at least 8 characters.'],
  ])('of "%s" is %i', (password, level, words) => {
    expect(of(password)).toEqual({ level, words });
  });

  it('counts what is seen, not how it is stored', () => {
    expect(of('😀😀😀😀')).toMatchObject({ level: 1, words: 'Too short. Use at least 8 characters.' });
  });
});
