/** NUL cannot be stored, and half a surrogate pair is not text: both are refused, never repaired. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Control characters except NUL (refused above), tab and newline: invisible, so removed. */
const CONTROLS = /[\x01-\x08\x0b-\x1f\x7f-\x9f]/g;

/** Embeddings, overrides and isolates that can make a name read differently from what it is. */
const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/** Nothing of which can be seen: blanks, signs that only join or direct others, and letters that are drawn empty. */
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u;

/** True when the text holds NUL or a lone surrogate, and so must be refused with `text_invalid`. */
export function isUnstorableText(text: string): boolean {
  return UNSTORABLE.test(text);
}

/** Text as it is stored: NFC, without control characters other than tab and newline. */
export function cleanText(text: string): string {
  return text.replace(CONTROLS, '').normalize('NFC');
}

/** A name, title, tag or file name as it is stored: one line, no bidi overrides, no space around it or doubled in it; empty when nothing of it can be seen. */
export function cleanName(text: string): string {
  const name = cleanText(text).replace(BIDI_OVERRIDES, '').replace(/\s+/gu, ' ').trim();
  return INVISIBLE.test(name) ? '' : name;
}

/** Whether two names, as they are stored, are the same but for case: what is typed to confirm a deletion. */
export function isSameName(one: string, other: string): boolean {
  return cleanName(one).toLowerCase() === cleanName(other).toLowerCase();
}

/** Length as the limits count it: Unicode code points. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit < 0xdc00 && index + 1 < text.length) index += 1;
    count += 1;
  }
  return count;
}
