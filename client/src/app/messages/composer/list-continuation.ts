import { isInCode } from './code-block';
import { isCaret, type Passage, wholeLines } from './passage';

const ITEM =
  /^(?<quote>[ \t]*(?:>[ \t]?)*)(?<indent>[ \t]*)(?:(?<bullet>[-*+])|(?<number>\d{1,9})(?<point>[.)]))(?<gap>[ \t]+)(?<task>\[[ xX]\][ \t]+)?/;
const QUOTE = /^[ \t]*(?:>[ \t]?)+/;

/** A new line in a list or a quote: it carries the mark on; in an item that is still empty it ends the list. Nothing elsewhere. */
export function continueList(passage: Passage): Passage | undefined {
  const { text, start } = passage;
  if (!isCaret(passage) || isInCode(text, start)) return undefined;
  const { from, to } = wholeLines(passage);
  const line = text.slice(from, to);
  const marks = marksOf(line);
  if (marks === undefined || start - from < marks.present.length) return undefined;
  if (line.slice(marks.present.length).trim() === '') return replaced(text, from, to, marks.outer);
  return replaced(text, start, start, `\n${marks.next}`);
}

/** The marks that a line begins with, those of the line after it, and those that stay when the list ends. */
interface Marks {
  present: string;
  next: string;
  outer: string;
}

function marksOf(line: string): Marks | undefined {
  const item = ITEM.exec(line);
  if (item !== null) return marksOfItem(item);
  const quote = QUOTE.exec(line)?.[0];
  return quote === undefined ? undefined : { present: quote, next: quote, outer: '' };
}

function marksOfItem({ 0: present, groups = {} }: RegExpExecArray): Marks {
  const { quote = '', indent = '', bullet, number, point = '', gap = ' ', task } = groups;
  const mark = bullet ?? `${Number(number) + 1}${point}`;
  const box = task === undefined ? '' : '[ ] ';
  return { present, next: quote + indent + mark + gap + box, outer: quote.trim() === '' ? '' : quote };
}

function replaced(text: string, from: number, to: number, by: string): Passage {
  const caret = from + by.length;
  return { text: text.slice(0, from) + by + text.slice(to), start: caret, end: caret };
}
