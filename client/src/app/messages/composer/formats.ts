import type { TextKey } from '../../language/texts';
import type { IconName } from '../../ui/icon-paths';
import { toggleCodeBlock } from './code-block';
import { type InlineMark, toggleMark } from './inline-marks';
import { type LineMark, toggleLines } from './line-marks';
import { toggleLink } from './link';
import type { Passage } from './passage';

/** One way to change what is being written. */
export type Formatting = (passage: Passage) => Passage;

export interface Format {
  label: TextKey;
  icon: IconName;
  apply: Formatting;
  /** Set off from the one before. */
  startsGroup?: true;
}

/** The format row, from left to right. */
export const FORMATS: readonly Format[] = [
  { label: 'messages.bold', icon: 'format_bold', apply: inline('**') },
  { label: 'messages.italic', icon: 'format_italic', apply: inline('*') },
  { label: 'messages.strikethrough', icon: 'format_strikethrough', apply: inline('~~') },
  { label: 'messages.link', icon: 'link', apply: toggleLink, startsGroup: true },
  { label: 'messages.code', icon: 'code', apply: toggleCode },
  { label: 'messages.codeBlock', icon: 'code_blocks', apply: toggleCodeBlock },
  { label: 'messages.bullets', icon: 'format_list_bulleted', apply: lines('bullets'), startsGroup: true },
  { label: 'messages.numbers', icon: 'format_list_numbered', apply: lines('numbers') },
  { label: 'messages.quote', icon: 'format_quote', apply: lines('quote') },
];

function inline(mark: InlineMark): Formatting {
  return (passage) => toggleMark(passage, mark);
}

function lines(kind: LineMark): Formatting {
  return (passage) => toggleLines(passage, kind);
}

/** Code over several lines is a block. */
function toggleCode(passage: Passage): Passage {
  const { text, start, end } = passage;
  return text.slice(start, end).includes('\n') ? toggleCodeBlock(passage) : toggleMark(passage, '`');
}
