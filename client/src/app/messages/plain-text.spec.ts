import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawMarkup } from './markdown';
import { drawPlain } from './plain-text';

const SIGNS = Array.from('*_~`#>-+=|[]()!<&;:/\\@.,?\'" \n\t\r1290%$^{}\u00a0，。…');
const WORDS = [
  'word',
  '中文',
  'www.',
  'http://a.b',
  'a@b.c',
  '1.',
  '2)',
  '- ',
  '    ',
  '  \n',
  '\n\n',
  '👍🏽',
  'é',
  '&amp;',
];

const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
      fc.constantFrom(...SIGNS),
      fc.string({ maxLength: 3 }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));
/** Mostly what people write, so that much of it is plain. */
const plainText = fc
  .array(
    fc.constantFrom(
      'word',
      '中文',
      ' ',
      ', ',
      '. ',
      '\n',
      '1',
      '1.',
      '2) ',
      '-',
      "it's",
      '"so"',
      '(x)',
      ':',
      '👍🏽',
      '？',
      '  ',
    ),
    {
      maxLength: 10,
    },
  )
  .map((parts) => parts.join(''));

describe('a text without markup', () => {
  it('is drawn as markdown draws it, or left to markdown', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, plainText), (text) => {
        const plain = drawPlain(text);
        if (plain !== undefined) expect(plain).toEqual(drawMarkup(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    'Looks good to me',
    'It is 3:00 p.m., "he" said (twice)?',
    '第一次跑出来的结果不太稳定，我再试一次。',
    'one\ntwo',
    'e-mail 👍🏽',
  ])('is known as such: %j', (text) => expect(drawPlain(text)).toEqual(drawMarkup(text)));

  it.each([
    '*one*',
    '1. one',
    '- one',
    'one\n\ntwo',
    'www.example.org',
    'a@b.c',
    '# one',
    'a < b',
    ' one',
    'one  \ntwo',
    '',
  ])('is not %j', (text) => expect(drawPlain(text)).toBeUndefined());
});
