import { isCaret, type Passage, type Span, trimmed, wholeLines, wordAt } from './passage';

/** What stands on both sides of bold, italic, struck and code text. */
export type InlineMark = '**' | '*' | '~~' | '`';

const LINE_START = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?/;
const LEADING = /^[\p{P}\p{S}]+/u;
const TRAILING = /[\p{P}\p{S}]+$/u;
const LETTER = /[^\s\p{P}\p{S}]/u;

/**
 * Puts the mark around what is selected, line by line, or takes it away where it stands everywhere already. A bare
 * caret means its word; right before a closing mark it steps out, so that one can write on plainly.
 */
export function toggleMark(passage: Passage, mark: InlineMark): Passage {
  const { text, start } = passage;
  if (stepsOut(passage, mark)) return { text, start: start + mark.length, end: start + mark.length };
  const spans = spansOf(passage, mark);
  const [first] = spans;
  if (first === undefined) return passage;
  const marked = rewrite(text, spans, mark);
  if (!isCaret(passage)) return marked;
  const caret = marked.start + start - first.from;
  return { text: marked.text, start: caret, end: caret };
}

/** The caret stands at the end of marked text that is not empty. */
function stepsOut(passage: Passage, mark: InlineMark): boolean {
  const { text, start } = passage;
  if (!isCaret(passage)) return false;
  const { from } = wholeLines(passage);
  const isAtEnd = runLength(text, start, 1, mark) >= mark.length && runLength(text, start - 1, -1, mark) === 0;
  const opened = text.slice(from, start).split(mark).length - 1;
  return isAtEnd && opened % 2 === 1;
}

function spansOf(passage: Passage, mark: InlineMark): Span[] {
  if (isCaret(passage)) return [wordAt(passage)];
  const spans: Span[] = [];
  let at = passage.start;
  for (const line of passage.text.slice(passage.start, passage.end).split('\n')) {
    const isLineStart = at === 0 || passage.text[at - 1] === '\n';
    const skipped = isLineStart ? (LINE_START.exec(line)?.[0].length ?? 0) : 0;
    const span = tightened(passage.text, { from: at + skipped, to: at + line.length }, mark);
    if (span.from < span.to) spans.push(span);
    at += line.length + 1;
  }
  return spans;
}

/** Marks inside blanks or, against a letter, inside punctuation would be shown as they are; marks that were selected too stay outside. */
function tightened(text: string, span: Span, mark: InlineMark): Span {
  const { from, to } = trimmed(text, span);
  const own = Math.min(runLength(text, from, 1, mark), runLength(text, to - 1, -1, mark));
  const inner = own > 0 && to - from > 2 * own ? { from: from + own, to: to - own } : { from, to };
  return mark === '`' ? inner : withoutOuterPunctuation(text, inner);
}

function withoutOuterPunctuation(text: string, { from, to }: Span): Span {
  const leading = isLetter(text[from - 1]) ? (LEADING.exec(text.slice(from, to))?.[0].length ?? 0) : 0;
  const trailing = isLetter(text[to]) ? (TRAILING.exec(text.slice(from, to))?.[0].length ?? 0) : 0;
  return leading + trailing < to - from ? { from: from + leading, to: to - trailing } : { from, to };
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}

function runLength(text: string, from: number, step: 1 | -1, mark: InlineMark): number {
  let length = 0;
  while (text[from + length * step] === mark[0]) length += 1;
  return length;
}

/** Of three stars two make it bold and one italic. */
function isMarked(text: string, { from, to }: Span, mark: InlineMark): boolean {
  const length = Math.min(runLength(text, from - 1, -1, mark), runLength(text, to, 1, mark));
  return mark === '*' ? length % 2 === 1 : length >= mark.length;
}

function rewrite(text: string, spans: readonly Span[], mark: InlineMark): Passage {
  const isRemoved = spans.every((span) => isMarked(text, span, mark));
  let [written, at, start, end] = ['', 0, -1, 0];
  for (const span of spans) {
    const outside = isRemoved ? mark.length : 0;
    const added = isMarked(text, span, mark) ? '' : mark;
    written += text.slice(at, span.from - outside) + added;
    if (start < 0) start = written.length;
    written += text.slice(span.from, span.to);
    end = written.length;
    written += added;
    at = span.to + outside;
  }
  return { text: written + text.slice(at), start, end };
}
