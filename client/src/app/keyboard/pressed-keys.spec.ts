import { describe, expect, it } from '@jest/globals';
import { isComposing, isLetterKey, pressedKeys, shownKeys, writesText } from './pressed-keys';

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) =>
  pressedKeys({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });

describe('pressed keys', () => {
  it.each([
    ['k', { ctrlKey: true }, 'Control+k'],
    ['k', { metaKey: true }, 'Control+k'],
    ['K', { ctrlKey: true, shiftKey: true }, 'Control+Shift+k'],
    ['N', {}, 'n'],
    ['?', { shiftKey: true }, '?'],
    ['+', { shiftKey: true }, '+'],
    ['Escape', { shiftKey: true }, 'Shift+Escape'],
    ['ArrowUp', { altKey: true, shiftKey: true }, 'Alt+Shift+ArrowUp'],
    ['.', { ctrlKey: true }, 'Control+.'],
    ['é', {}, 'é'],
  ])('%s with %j is %s', (key, modifiers, keys) => {
    expect(press(key, modifiers)).toBe(keys);
  });

  it('are letters only without Control and Alt', () => {
    expect(['n', '?', 'Control+k', 'Escape', 'F6'].filter(isLetterKey)).toEqual(['n', '?']);
  });

  it('know an input method by either sign', () => {
    expect([
      isComposing({ isComposing: true, keyCode: 13 }),
      isComposing({ isComposing: false, keyCode: 229 }),
      isComposing({ isComposing: false, keyCode: 13 }),
    ]).toEqual([true, true, false]);
  });
});

describe('keys as they are shown', () => {
  it.each([
    ['Control+k', false, ['Ctrl', 'K']],
    ['Control+k', true, ['⌘', 'K']],
    ['Alt+Shift+ArrowUp', false, ['Alt', 'Shift', '↑']],
    ['Alt+Shift+ArrowUp', true, ['⌥', '⇧', '↑']],
    ['+', false, ['+']],
    ['Control+.', false, ['Ctrl', '.']],
    ['F6', false, ['F6']],
  ])('%s, on a Mac: %s', (keys, isMac, shown) => {
    expect(shownKeys(keys, isMac)).toEqual(shown);
  });
});

describe('where keys write', () => {
  const made = (html: string) => {
    document.body.innerHTML = html;
    return document.body.firstElementChild;
  };

  it.each(['<input>', '<input type="search">', '<textarea></textarea>', '<select></select>'])('%s does', (html) => {
    expect(writesText(made(html))).toBe(true);
  });

  it.each(['<input type="checkbox">', '<input type="radio">', '<button></button>', '<div tabindex="0"></div>'])(
    '%s does not',
    (html) => {
      // The test's browser has no `isContentEditable`.
      expect(writesText(made(html))).toBeFalsy();
    },
  );
});
