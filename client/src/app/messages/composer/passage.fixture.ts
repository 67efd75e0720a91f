import type { Passage } from './passage';

/** A passage for specs: `one |two| three` has a word selected, `one|` a caret at its end. */
export function passage(drawn: string): Passage {
  const start = drawn.indexOf('|');
  const end = drawn.lastIndexOf('|');
  const text = drawn.replaceAll('|', '');
  return start < 0 ? { text, start: text.length, end: text.length } : { text, start, end: Math.max(start, end - 1) };
}

/** A passage as specs draw it. */
export function drawn({ text, start, end }: Passage): string {
  const selected = start === end ? '|' : `|${text.slice(start, end)}|`;
  return text.slice(0, start) + selected + text.slice(end);
}
