import { isCaret, type Passage, wholeLines } from './passage';

export type LineMark = 'bullets' | 'numbers' | 'quote';

const MARKED: Record<LineMark, RegExp> = {
  bullets: /^(\s*)[-*+][ \t]+/,
  numbers: /^(\s*)\d{1,9}[.)][ \t]+/,
  quote: /^(\s*)>[ \t]?/,
};
const ANY_LIST = /^(\s*)(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const NUMBER_BEFORE = /^\s*(\d{1,9})[.)][ \t]/;

/** Makes the lines that are touched a list or a quote, or plain lines again when they all are one already. */
export function toggleLines(passage: Passage, kind: LineMark): Passage {
  const { text, start } = passage;
  const { from, to } = wholeLines(passage);
  const lines = text.slice(from, to).split('\n');
  const isOn = lines.filter(isCounted(lines)).every((line) => MARKED[kind].test(line));
  const changed = (isOn ? unmarked(lines, kind) : marked(lines, kind, numberAfter(text, from))).join('\n');
  const whole = text.slice(0, from) + changed + text.slice(to);
  if (!isCaret(passage)) return { text: whole, start: from, end: from + changed.length };
  const caret = Math.max(from, start + changed.length - (to - from));
  return { text: whole, start: caret, end: caret };
}

/** Blank lines between others take no mark of a list. */
function isCounted(lines: readonly string[]): (line: string) => boolean {
  const areAllBlank = lines.every((line) => line.trim() === '');
  return (line) => areAllBlank || line.trim() !== '';
}

function unmarked(lines: readonly string[], kind: LineMark): string[] {
  return lines.map((line) => line.replace(MARKED[kind], '$1'));
}

function marked(lines: readonly string[], kind: LineMark, firstNumber: number): string[] {
  if (kind === 'quote') return lines.map((line) => `> ${line}`);
  const isTaken = isCounted(lines);
  let number = firstNumber;
  return lines.map((line) => {
    if (!isTaken(line)) return line;
    const mark = kind === 'bullets' ? '- ' : `${number++}. `;
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    return indent + mark + line.replace(ANY_LIST, '$1').slice(indent.length);
  });
}

/** A numbered list goes on from the line above. */
function numberAfter(text: string, from: number): number {
  const before = text.slice(0, Math.max(0, from - 1));
  const number = NUMBER_BEFORE.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1];
  return from === 0 || number === undefined ? 1 : Number(number) + 1;
}
