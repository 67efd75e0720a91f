/** A text being written and what of it is selected; `start` equals `end` at a bare caret. */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function isCaret({ start, end }: Passage): boolean {
  return start === end;
}

/** The whole lines that a selection touches; one that ends before a line's first character does not touch it. */
export function wholeLines({ text, start, end }: Passage): Span {
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', last);
  return { from, to: to < 0 ? text.length : to };
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The word that the caret is in or beside, Chinese ones too; the bare caret where there is none. */
export function wordAt(passage: Passage): Span {
  const { text, start } = passage;
  const { from, to } = wholeLines(passage);
  const at = start - from;
  for (const { index, segment, isWordLike } of words.segment(text.slice(from, to))) {
    if (isWordLike === true && index <= at && at <= index + segment.length) {
      return { from: from + index, to: from + index + segment.length };
    }
  }
  return { from: start, to: start };
}

/** A span without the blanks at its ends. */
export function trimmed(text: string, { from, to }: Span): Span {
  const part = text.slice(from, to);
  if (part.trim() === '') return { from, to: from };
  return { from: to - part.trimStart().length, to: from + part.trimEnd().length };
}
