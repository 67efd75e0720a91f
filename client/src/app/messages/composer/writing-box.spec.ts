import { describe, expect, it, jest } from '@jest/globals';
import { readBox, writeBox } from './writing-box';

function boxWith(text: string): HTMLTextAreaElement {
  const box = document.createElement('textarea');
  document.body.append(box);
  box.value = text;
  return box;
}

describe('a changed text in its box', () => {
  it('is shown, selected and told like typing', () => {
    const box = boxWith('one two');
    const told = jest.fn();
    box.addEventListener('input', () => told(box.value));
    writeBox(box, { text: 'one **two**', start: 6, end: 9 });
    expect(readBox(box)).toEqual({ text: 'one **two**', start: 6, end: 9 });
    expect(told.mock.calls).toEqual([['one **two**']]);
    expect(document.activeElement).toBe(box);
  });

  it.each([
    ['一二三', '一**二**三', '一', '三', '**二**'],
    ['a😀b', 'a😁b', 'a', 'b', '😁'],
    ['aa', 'aaa', 'aa', '', 'a'],
    ['one\ntwo', 'two', '', 'two', ''],
  ])('is replaced only where it differs: %s, %s', (before, after, kept, keptBehind, inserted) => {
    const box = boxWith(before);
    const replaced = jest.spyOn(box, 'setRangeText');
    const selected = jest.spyOn(box, 'setSelectionRange');
    writeBox(box, { text: after, start: 0, end: 0 });
    expect(box.value).toBe(after);
    expect(replaced.mock.calls).toEqual([[inserted]]);
    expect(selected.mock.calls[0]).toEqual([kept.length, before.length - keptBehind.length]);
  });

  it('that is the same is not told again', () => {
    const box = boxWith('same');
    const told = jest.fn();
    box.addEventListener('input', told);
    writeBox(box, { text: 'same', start: 1, end: 2 });
    expect([told.mock.calls.length, box.selectionStart, box.selectionEnd]).toEqual([0, 1, 2]);
  });
});
