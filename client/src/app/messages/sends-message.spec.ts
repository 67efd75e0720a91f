import { describe, expect, it } from '@jest/globals';
import { breaksLine, sendsMessage } from './sends-message';

const press = (changes: Partial<KeyboardEventInit> = {}) => ({
  key: 'Enter',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 13,
  ...changes,
});

describe('Enter', () => {
  it('sends, and breaks the line with Shift', () => {
    expect([sendsMessage(press()), breaksLine(press())]).toEqual([true, false]);
    expect([sendsMessage(press({ shiftKey: true })), breaksLine(press({ shiftKey: true }))]).toEqual([false, true]);
  });

  it('breaks the line when swapped, and sends with Control or Cmd', () => {
    expect([sendsMessage(press(), 'control-enter'), breaksLine(press(), 'control-enter')]).toEqual([false, true]);
    for (const key of [{ ctrlKey: true }, { metaKey: true }]) {
      expect([sendsMessage(press(key), 'control-enter'), breaksLine(press(key), 'control-enter')]).toEqual([
        true,
        false,
      ]);
    }
  });

  it.each([
    ['says so', { isComposing: true }],
    ['gives only the key code of Safari', { keyCode: 229 }],
  ])('does neither while an input method %s', (_, composing) => {
    for (const sendKey of ['enter', 'control-enter'] as const) {
      expect(sendsMessage(press({ ...composing, ctrlKey: true }), sendKey)).toBe(false);
      expect(breaksLine(press({ ...composing, shiftKey: true }), sendKey)).toBe(false);
    }
  });

  it('does neither with Alt, nor does another key', () => {
    expect([sendsMessage(press({ altKey: true })), breaksLine(press({ altKey: true }))]).toEqual([false, false]);
    expect([sendsMessage(press({ key: 'a' })), breaksLine(press({ key: 'a' }))]).toEqual([false, false]);
  });
});
