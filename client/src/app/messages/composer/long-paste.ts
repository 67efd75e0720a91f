import type { Passage } from './passage';

const MOST = { characters: 2_000, lines: 40 };

/** Whether a pasted text would be better off as a file. */
export function isLong(text: string): boolean {
  return text.length > MOST.characters || text.split('\n').length > MOST.lines;
}

/** Pasted text as a text area holds it. */
export function asWritten(pasted: string): string {
  return pasted.replace(/\r\n?/g, '\n');
}

/** The text without what was pasted at a place, or wherever that is by now; nothing when it was changed since. */
export function withoutPasted(text: string, pasted: string, at: number): Passage | undefined {
  const from = text.startsWith(pasted, at) ? at : text.indexOf(pasted);
  if (from < 0) return undefined;
  return { text: text.slice(0, from) + text.slice(from + pasted.length), start: from, end: from };
}
