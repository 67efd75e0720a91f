import { isCaret, type Passage, trimmed, wordAt } from './passage';

const ADDRESS = /^https?:\/\/\S+$/i;
const LINK = /\[([^\]\n]*)\]\(([^)\s]*)\)/g;
const BLANK_ADDRESS = 'https://';

/** Whether a text is an address and nothing else. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text.trim());
}

/**
 * Makes the selection, or the word of the caret, the text of a link and selects its address for typing over; an
 * address becomes the address of a link whose text is to be written. Inside a link it leaves only the text.
 */
export function toggleLink(passage: Passage): Passage {
  return unlinked(passage) ?? linked(passage, BLANK_ADDRESS);
}

/** Gives the selection an address; nothing where there is no selection that could be the text of a link. */
export function linkTo(passage: Passage, address: string): Passage | undefined {
  const selected = passage.text.slice(passage.start, passage.end);
  if (selected.trim() === '' || selected.includes('\n') || isAddress(selected)) return undefined;
  const { text, end } = linked(passage, address.trim());
  return { text, start: end + 1, end: end + 1 };
}

function linked(passage: Passage, address: string): Passage {
  const { text } = passage;
  const { from, to } = isCaret(passage) ? wordAt(passage) : trimmed(text, { from: passage.start, to: passage.end });
  const words = text.slice(from, to);
  const [before, after] = [text.slice(0, from), text.slice(to)];
  if (words === '' || isAddress(words)) {
    const at = from + 1;
    return { text: `${before}[](${words || address})${after}`, start: at, end: at };
  }
  const start = from + words.length + '[]('.length;
  return { text: `${before}[${words}](${address})${after}`, start, end: start + address.length };
}

function unlinked({ text, start, end }: Passage): Passage | undefined {
  for (const { 0: link, 1: words = '', index } of text.matchAll(LINK)) {
    if (index > start || end > index + link.length || start === index + link.length) continue;
    const whole = text.slice(0, index) + words + text.slice(index + link.length);
    return { text: whole, start: index, end: index + words.length };
  }
  return undefined;
}
