import { describe, expect, it } from '@jest/globals';
import { excerptOf } from './excerpt.js';

describe('excerptOf', () => {
  it('keeps a short text, on one line', () => {
    expect(excerptOf(' 你好\n\n  world\t! ')).toBe('你好 world !');
  });

  it('cuts a long text between letters, not inside one', () => {
    const excerpt = excerptOf('😀'.repeat(500));
    expect([...excerpt]).toHaveLength(140);
    expect(excerpt.endsWith('😀…')).toBe(true);
  });
});
