type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A key press in the words of the catalogue. Shift is said only where it does not choose the character. */
export function pressedKeys({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const isCharacter = key.length === 1;
  const isLetter = isCharacter && key.toLowerCase() !== key.toUpperCase();
  const saysShift = shiftKey && (!isCharacter || isLetter);
  return [
    ...(ctrlKey || metaKey ? ['Control'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(saysShift ? ['Shift'] : []),
    isLetter ? key.toLowerCase() : key,
  ].join('+');
}

const COMPOSING_KEY_CODE = 229;

/** The signs of an input method; `keyCode` is the only one that Safari gives. */
interface Composing {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** True while an input method writes. */
export function isComposing({ isComposing, keyCode }: Composing): boolean {
  return isComposing || keyCode === COMPOSING_KEY_CODE;
}

/** True for a single character without Control or Alt: what typing a text consists of. */
export function isLetterKey(keys: string): boolean {
  return [...keys].length === 1;
}

/** True where keys write: a text field, or what can be edited. */
export function writesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(button|checkbox|radio|file|submit|reset|range)$/.test(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Whether this keyboard has Cmd where others have Control. */
export const IS_MAC = /mac|iphone|ipad/i.test(navigator.platform);

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A chord as it is shown: `Ctrl`, `Shift`, `K`; on a Mac with its own signs. */
export function shownKeys(keys: string, isMac: boolean): string[] {
  const modifiers: Record<string, string> = isMac
    ? { Control: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return parts.map((part) => modifiers[part] ?? NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}
