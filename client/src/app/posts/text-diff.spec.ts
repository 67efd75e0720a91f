import { describe, expect, it } from '@jest/globals';
import { diffTexts } from './text-diff';

/** `[-gone-]{+new+}` in between what stayed. */
const drawn = (before: string, after: string) =>
  diffTexts(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');

describe('what was changed of a text', () => {
  it('is told by words, in Chinese by characters', () => {
    expect(drawn('Label guidelines v2', 'Label guidelines v3, please')).toBe('Label guidelines [-v2-]{+v3, please+}');
    expect(drawn('标注平台账号申请', '标注平台权限申请')).toBe('标注平台[-账号-]{+权限+}申请');
    expect(drawn('one two three', 'one three')).toBe('one [-two -]three');
  });

  it('is nothing where both are the same, and all of it where one is empty', () => {
    expect(diffTexts('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(diffTexts('', '')).toEqual([]);
    expect(drawn('', 'new')).toBe('{+new+}');
    expect(drawn('old', '')).toBe('[-old-]');
  });

  it('gives both texts again, whatever they are', () => {
    const [before, after] = ['a b c a b\n😀 中文', 'c b a\n\n😃 中 b'];
    const parts = diffTexts(before, after);
    const only = (kind: 'added' | 'removed') =>
      parts
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join('');
    expect([only('added'), only('removed')]).toEqual([before, after]);
  });

  it('of two long texts without a common word is found at once', () => {
    const words = (word: string) => Array.from({ length: 3_000 }, (_, index) => `${word}${index}`).join(' ');
    expect(diffTexts(words('a'), words('b')).length).toBeGreaterThan(1);
  });
});
