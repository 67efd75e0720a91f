import { describe, expect, it } from '@jest/globals';
import { plainWords } from './plain-words';

describe('Markdown as plain words', () => {
  it.each([
    ['Vote **closes** at `15:00`', 'Vote closes at 15:00'],
    ['# Title\n\n- one\n- two', 'Title one two'],
    ['> quoted\n\n[the plan](https://example.org) and ![a chart](x.png)', 'quoted the plan and a chart'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['_早_ ~~晚~~', '早 晚'],
    ['```ts\nlet x\n```', 'let x'],
  ])('%j is %j', (markdown, words) => {
    expect(plainWords(markdown)).toBe(words);
  });
});
