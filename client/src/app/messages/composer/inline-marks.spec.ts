import { describe, expect, it } from '@jest/globals';
import { type InlineMark, toggleMark } from './inline-marks';
import { drawn, passage } from './passage.fixture';

const toggled = (text: string, mark: InlineMark) => drawn(toggleMark(passage(text), mark));

describe('bold, italic, struck and code', () => {
  it.each([
    ['what is selected', 'one |two| three', 'one **|two|** three'],
    ['without the blanks at its ends', 'one| two |three', 'one **|two|** three'],
    ['the word of the caret, which stays where it was', 'one tw|o three', 'one **tw|o** three'],
    ['a Chinese word', '我们|今天|开会', '我们**|今天|**开会'],
    ['the Chinese word of the caret', '你好,世|界', '你好,**世|界**'],
    ['what will be written', 'one |', 'one **|**'],
    [
      'each line, behind the marks of its list',
      '|- one\n- [ ] two\n\n> three|',
      '- **|one**\n- [ ] **two**\n\n> **three|**',
    ],
    ['without punctuation that would keep it from closing', '他说|“好。”|然后', '他说“**|好|**。”然后'],
    ['with punctuation where it may stay', 'say |“yes.”| now', 'say **|“yes.”|** now'],
  ])('are put around %s', (_, before, after) => {
    expect(toggled(before, '**')).toBe(after);
  });

  it.each([
    ['around what is selected', 'one **|two|** three', 'one |two| three'],
    ['that were selected too', 'one |**two**| three', 'one |two| three'],
    ['around the word of the caret', 'one **tw|o** three', 'one tw|o three'],
    ['around nothing', 'one **|**', 'one |'],
    ['on every line that is touched', '|- **one**\n- **two**|', '- |one\n- two|'],
  ])('are taken away %s', (_, before, after) => {
    expect(toggled(before, '**')).toBe(after);
  });

  it('are put on the lines that lack them before they are taken away', () => {
    expect(toggled('|**one**\ntwo|', '**')).toBe('**|one**\n**two|**');
  });

  it('let the writer out at their end', () => {
    expect(toggled('a **bold|** word', '**')).toBe('a **bold**| word');
  });

  it('tell bold from italic', () => {
    expect(toggled('**|both|**', '*')).toBe('***|both|***');
    expect(toggled('***|both|***', '*')).toBe('**|both|**');
    expect(toggled('***|both|***', '**')).toBe('*|both|*');
    expect(toggled('*|both|*', '**')).toBe('***|both|***');
  });

  it('work the same for struck text and for code, whose punctuation is its own', () => {
    expect(toggled('|old|', '~~')).toBe('~~|old|~~');
    expect(toggled('~~|old|~~', '~~')).toBe('|old|');
    expect(toggled('a|.b()|c', '`')).toBe('a`|.b()|`c');
  });
});
