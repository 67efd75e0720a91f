import { describe, expect, it } from '@jest/globals';
import { isInCode, toggleCodeBlock } from './code-block';
import { drawn, passage } from './passage.fixture';

const toggled = (text: string) => drawn(toggleCodeBlock(passage(text)));

describe('a code block', () => {
  it('takes the line of the caret', () => {
    expect(toggled('above\nco|de\nbelow')).toBe('above\n```\nco|de\n```\nbelow');
    expect(toggled('|')).toBe('```\n|\n```');
  });

  it('gives the selection lines of its own', () => {
    expect(toggled('say |this| now')).toBe('say \n```\n|this|\n```\n now');
    expect(toggled('|one\ntwo\n|three')).toBe('```\n|one\ntwo|\n```\nthree');
  });

  it('has fences longer than those inside', () => {
    expect(toggled('|a ``` b|')).toBe('````\n|a ``` b|\n````');
  });

  it('is taken away from inside, with the name of its language', () => {
    expect(toggled('above\n```ts\nco|de\n```\nbelow')).toBe('above\nco|de\nbelow');
    expect(toggled('```\n|one\ntwo|\n```')).toBe('|one\ntwo|');
    expect(toggled('```\n|\n```')).toBe('|');
    expect(toggled('```\nnever clo|sed')).toBe('never clo|sed');
  });
});

describe('whether one writes code', () => {
  it.each([
    ['```\ncode', true],
    ['```\ncode\n```\n', false],
    ['````\n```\ncode', true],
    ['an `open', true],
    ['a `closed` one', false],
    ['an `open\nnext line', false],
    ['中文', false],
  ])('%j: %s', (text, isCode) => {
    expect(isInCode(text, text.length)).toBe(isCode);
  });
});
