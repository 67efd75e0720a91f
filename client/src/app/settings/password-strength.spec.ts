import { describe, expect, it } from '@jest/globals';
import { strengthOf } from './password-strength';

describe('the strength of a password', () => {
  it.each([
    ['', '12 characters or more is strong. A short sentence works well.'],
    ['abc', '5 more characters'],
    ['abcdefg', '1 more character'],
    ['aaaaaaaaaaaaaaaa', 'Weak: the same few characters again and again'],
    ['ABabABabABabAB', 'Weak: the same few characters again and again'],
    ['correct1', 'Fair: longer is stronger'],
    ['a lamp on the stairs', 'Strong'],
    ['楼梯上有一盏灯照着夜里回家', 'Strong'],
  ])('of %j is: %s', (password, words) => {
    expect(strengthOf(password)).toBe(words);
  });
});
