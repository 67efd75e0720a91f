import { isInCode } from './code-block';

/** The beginning of an emoji's name behind a colon. */
export interface EmojiQuery {
  /** Place of the colon. */
  from: number;
  words: string;
}

// A colon behind a letter or a digit belongs to a word, a time or an address. One Latin letter asks for too much.
const LATIN = /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}:/]):([a-z0-9_+-]{2,30})$/iu;
const HAN = /(?<!\S):(\p{Script=Han}{1,10})$/u;
const LONGEST = 32;

/** What the text before the caret asks for, if it asks for an emoji. */
export function emojiQuery(text: string, caret: number): EmojiQuery | undefined {
  const before = text.slice(Math.max(0, caret - LONGEST - 1), caret);
  const found = LATIN.exec(before) ?? HAN.exec(before);
  const words = found?.[1];
  if (words === undefined) return undefined;
  const from = caret - words.length - 1;
  return isInCode(text, caret) ? undefined : { from, words };
}
