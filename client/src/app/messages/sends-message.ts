/** The part of a keyboard event that matters here; `keyCode` is the only sign that Safari gives. */
interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

const COMPOSING_KEY_CODE = 229;

/** Enter sends, Shift+Enter breaks the line; never while an input method is composing. */
export function sendsMessage({ key, shiftKey, altKey, isComposing, keyCode }: KeyPress): boolean {
  if (key !== 'Enter' || shiftKey || altKey) return false;
  return !isComposing && keyCode !== COMPOSING_KEY_CODE;
}
