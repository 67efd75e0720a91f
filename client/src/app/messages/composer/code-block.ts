import { isCaret, type Passage, type Span, wholeLines } from './passage';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const SHORTEST_FENCE = 3;

/** Puts the selection, or the line of the caret, between fences on lines of their own; inside a block it takes the fences away. */
export function toggleCodeBlock(passage: Passage): Passage {
  const block = blockAround(passage.text, passage.start, passage.end);
  if (block !== undefined) return unfenced(passage, block);
  const { text } = passage;
  const { from, to } = isCaret(passage) ? wholeLines(passage) : { from: passage.start, to: passage.end };
  const body = text.slice(from, to).replace(/^\n+|\n+$/g, '');
  const fence = '`'.repeat(Math.max(SHORTEST_FENCE, longestRun(body) + 1));
  const opening = `${breakBefore(text, from)}${fence}\n`;
  const start = from + opening.length;
  const closing = `\n${fence}${breakAfter(text, to)}`;
  return {
    text: text.slice(0, from) + opening + body + closing + text.slice(to),
    start: isCaret(passage) ? start + passage.start - from : start,
    end: isCaret(passage) ? start + passage.start - from : start + body.length,
  };
}

/** Whether what is written at a place is code: in a block, or after an open backtick on its line. */
export function isInCode(text: string, at: number): boolean {
  if (openFence(text.slice(0, at)) !== undefined) return true;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.split('`').length % 2 === 0;
}

interface Block {
  outer: Span;
  inner: Span;
}

function blockAround(text: string, start: number, end: number): Block | undefined {
  const fence = openFence(text.slice(0, start));
  if (fence === undefined) return undefined;
  const closing = text.indexOf(`\n${fence.mark}`, Math.max(fence.to, end) - 1);
  const innerTo = closing < 0 ? text.length : closing;
  const line = closing < 0 ? -1 : text.indexOf('\n', closing + 1);
  return {
    outer: { from: fence.from, to: line < 0 ? text.length : line },
    inner: { from: fence.to, to: Math.max(fence.to, innerTo) },
  };
}

/** The fence that is still open at the end of a text, and where its line begins and the code after it. */
function openFence(text: string): (Span & { mark: string }) | undefined {
  let open: (Span & { mark: string }) | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    const next = at + line.length + 1;
    if (open === undefined) open = mark === undefined || next > text.length ? undefined : { mark, from: at, to: next };
    else if (mark?.startsWith(open.mark) === true) open = undefined;
    at = next;
  }
  return open;
}

function unfenced({ text, start, end }: Passage, { outer, inner }: Block): Passage {
  const body = text.slice(inner.from, inner.to);
  const place = (at: number) => outer.from + Math.min(Math.max(at - inner.from, 0), body.length);
  return { text: text.slice(0, outer.from) + body + text.slice(outer.to), start: place(start), end: place(end) };
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function breakBefore(text: string, at: number): string {
  return at === 0 || text[at - 1] === '\n' ? '' : '\n';
}

function breakAfter(text: string, at: number): string {
  return at >= text.length || text[at] === '\n' ? '' : '\n';
}
