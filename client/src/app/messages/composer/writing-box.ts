import type { Passage, Span } from './passage';

/** What is in a text area, and what of it is selected. */
export function readBox({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Passage {
  return { text: value, start: selectionStart, end: selectionEnd };
}

/** Puts a changed passage into a text area as if it had been typed: only what differs is replaced, and Undo takes it back. */
export function writeBox(box: HTMLTextAreaElement, next: Passage): void {
  const { from, to, inserted } = difference(box.value, next.text);
  box.focus({ preventScroll: true });
  if (from < to || inserted !== '') {
    box.setSelectionRange(from, to);
    if (!typeOver(box, inserted)) {
      box.setRangeText(inserted);
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }
  box.setSelectionRange(next.start, next.end);
}

/** The only way to change a text area that its Undo knows about, in all browsers. */
function typeOver(box: HTMLTextAreaElement, text: string): boolean {
  /* eslint-disable @typescript-eslint/no-deprecated -- no replacement exists that keeps the history */
  if (!('execCommand' in document) || box.disabled) return false;
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  /* eslint-enable @typescript-eslint/no-deprecated */
}

/** The one stretch in which two texts differ. */
function difference(before: string, after: string): Span & { inserted: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  if (isInsideCharacter(before, from) || isInsideCharacter(after, from)) from -= 1;
  let back = 0;
  while (back < shorter - from && before.at(-1 - back) === after.at(-1 - back)) back += 1;
  if (isInsideCharacter(before, before.length - back) || isInsideCharacter(after, after.length - back)) back -= 1;
  return { from, to: before.length - back, inserted: after.slice(from, after.length - back) };
}

function isInsideCharacter(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.charAt(at)) && at > 0;
}
