import { describe, expect, it } from '@jest/globals';
import type { NativeEmoji } from 'emoji-picker-element/shared';
import { isCharacter, withCharacter } from './emoji-character';

const named = (unicode: string, annotation: string, ...tags: string[]): NativeEmoji =>
  ({ unicode, annotation, tags }) as NativeEmoji;

describe('a Chinese character that asks for an emoji', () => {
  it('stands alone', () => {
    expect(['心', '心心', 'x', '', '🙂'].map(isCharacter)).toEqual([true, false, false, false, false]);
  });

  it('finds the word, then what begins with it, then what holds it', () => {
    const all = [
      named('💔', '伤心'),
      named('💟', '心型装饰', '装饰'),
      named('❤️', '红心', '心'),
      named('🍉', '西瓜', '水果'),
    ];
    expect(withCharacter(all, '心').map(({ unicode }) => unicode)).toEqual(['❤️', '💟', '💔']);
    expect(withCharacter(all, '鱼')).toEqual([]);
  });
});
