import { describe, expect, it } from '@jest/globals';
import { cleanName, cleanText, countCodePoints, isUnstorableText } from './text.js';

describe('text rules', () => {
  it.each(['a\0b', '\ud800', 'x\udc00', '\udc00\ud800'])('refuse %j, which cannot be stored', (text) => {
    expect(isUnstorableText(text)).toBe(true);
    expect(isUnstorableText(cleanText(text))).toBe(true);
  });

  it('take pairs of surrogates, tabs and newlines', () => {
    expect(isUnstorableText('😀\t\n机')).toBe(false);
    expect(cleanText('😀\t\n机')).toBe('😀\t\n机');
  });

  it('remove other control characters and compose', () => {
    expect(cleanText('a\u0007b\r\n\u009bcafe\u0301')).toBe('ab\ncafé');
  });

  it('make names one line without tricks', () => {
    expect(cleanName('  exe\u202egpj \n\u2066x\u2069  ')).toBe('exegpj x');
  });

  it.each(['\u202e\u200f', '\u200b', '\u2800 \u3164', '\ufeff'])(
    'leave nothing of the name %j, which nobody can see',
    (name) => {
      expect(cleanName(name)).toBe('');
    },
  );

  it.each(['👩‍💻', 'می‌خواهم', '1', '·'])('leave the name %s as it is', (name) => {
    expect(cleanName(name)).toBe(name);
  });

  it.each([
    ['', 0],
    ['abc', 3],
    ['机器', 2],
    ['😀😀', 2],
    ['👩‍💻', 3],
  ])('count %j as %i', (text, count) => {
    expect(countCodePoints(text)).toBe(count);
  });
});
