import { describe, expect, it } from '@jest/globals';
import { emojiQuery } from './emoji-query';

describe('a colon that asks for an emoji', () => {
  it.each([
    [':smi', 0, 'smi'],
    ['good :+1', 5, '+1'],
    ['你好:smile', 2, 'smile'],
    ['(:heart', 1, 'heart'],
    [':大笑', 0, '大笑'],
    [':笑', 0, '笑'],
    ['你好 :笑脸', 3, '笑脸'],
  ])('%j', (text, from, words) => {
    expect(emojiQuery(text, text.length)).toEqual({ from, words });
  });

  it.each([
    '10:30',
    'at 9:05',
    'https://example',
    'note:this',
    'a::b',
    ':s',
    ':smi le',
    '`:smi',
    '```\n:smi',
    '注意:大笑',
    ':',
    'plain',
  ])('is none in %j', (text) => {
    expect(emojiQuery(text, text.length)).toBeUndefined();
  });

  it('is the one before the caret', () => {
    expect(emojiQuery('say :smi now', 8)).toEqual({ from: 4, words: 'smi' });
    expect(emojiQuery('say :smi now', 12)).toBeUndefined();
  });
});
