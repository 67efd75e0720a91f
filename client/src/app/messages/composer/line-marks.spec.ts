import { describe, expect, it } from '@jest/globals';
import { type LineMark, toggleLines } from './line-marks';
import { drawn, passage } from './passage.fixture';

const toggled = (text: string, kind: LineMark) => drawn(toggleLines(passage(text), kind));

describe('lists and quotes', () => {
  it('mark every line that is touched, and no other', () => {
    expect(toggled('zero\non|e\ntwo|\nthree', 'bullets')).toBe('zero\n|- one\n- two|\nthree');
    expect(toggled('one|\n|two', 'bullets')).toBe('|- one|\ntwo');
  });

  it('leave the caret at its word', () => {
    expect(toggled('一二|三', 'bullets')).toBe('- 一二|三');
    expect(toggled('- on|e', 'bullets')).toBe('on|e');
    expect(toggled('|', 'numbers')).toBe('1. |');
    expect(toggled('|- one', 'bullets')).toBe('|one');
  });

  it('count, and go on from the line above', () => {
    expect(toggled('|one\n\ntwo|', 'numbers')).toBe('|1. one\n\n2. two|');
    expect(toggled('3. three\nfo|ur', 'numbers')).toBe('3. three\n4. fo|ur');
  });

  it('change one kind of list to the other', () => {
    expect(toggled('|- one\n  - two|', 'numbers')).toBe('|1. one\n  2. two|');
    expect(toggled('|1. one\n2. two|', 'bullets')).toBe('|- one\n- two|');
  });

  it('are taken away only where all lines have them', () => {
    expect(toggled('|> one\ntwo|', 'quote')).toBe('|> > one\n> two|');
    expect(toggled('|> one\n>\n> two|', 'quote')).toBe('|one\n\ntwo|');
  });

  it('quote blank lines too, so that it stays one quote', () => {
    expect(toggled('|one\n\ntwo|', 'quote')).toBe('|> one\n> \n> two|');
  });
});
