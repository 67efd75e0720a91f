import { describe, expect, it } from '@jest/globals';
import { isAddress, linkTo, toggleLink } from './link';
import { drawn, passage } from './passage.fixture';

const toggled = (text: string) => drawn(toggleLink(passage(text)));

describe('a link', () => {
  it('takes the selection as its text and waits for the address', () => {
    expect(toggled('see |the plan| now')).toBe('see [the plan](|https://|) now');
    expect(toggled('看|计划|')).toBe('看[计划](|https://|)');
    expect(toggled('the pl|an')).toBe('the [plan](|https://|)');
  });

  it('takes a selected address as its address and waits for the text', () => {
    expect(toggled('|https://example.org/a|')).toBe('[|](https://example.org/a)');
    expect(toggled('see |')).toBe('see [|](https://)');
  });

  it('leaves its text when it is taken away', () => {
    expect(toggled('see [the pl|an](https://example.org) now')).toBe('see |the plan| now');
    expect(toggled('see [the plan](|https://|) now')).toBe('see |the plan| now');
  });

  it('is made of a selection and an address that is pasted over it', () => {
    const pasted = linkTo(passage('see |the plan| now'), ' https://example.org ');
    expect(pasted === undefined ? '' : drawn(pasted)).toBe('see [the plan](https://example.org)| now');
    for (const text of ['see |', '|https://example.org|', '|two\nlines|']) {
      expect(linkTo(passage(text), 'https://example.org')).toBeUndefined();
    }
  });

  it('knows an address', () => {
    expect(
      ['https://example.org/机器', 'HTTP://a ', 'example.org', 'https://a b', 'javascript:1'].map(isAddress),
    ).toEqual([true, true, false, false, false]);
  });
});
