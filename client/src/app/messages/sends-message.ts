const COMPOSING_KEY_CODE = 229;

/** Enter sends, Shift+Enter breaks the line; never while an input method is composing (Safari says so by 229 only). */
export function sendsMessage(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey) return false;
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return !event.isComposing && event.keyCode !== COMPOSING_KEY_CODE;
}
