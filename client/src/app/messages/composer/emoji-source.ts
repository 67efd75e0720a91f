import { language } from '../../language/language';

/** Emoji and their names in one language; `address` is on our own server. */
export interface EmojiSource {
  locale: 'en' | 'zh';
  address: string;
}

const ENGLISH: EmojiSource = { locale: 'en', address: '/emoji/en/emojibase/data.json' };
const CHINESE: EmojiSource = { locale: 'zh', address: '/emoji/zh/emojibase/data.json' };
const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

/** The names to begin with: those of the interface's language. */
export function preferredEmoji(): EmojiSource {
  return language() === 'zh' ? CHINESE : ENGLISH;
}

/** The names in which to look for these words, whatever the interface speaks; nothing when the words do not say. */
export function emojiFor(words: string): EmojiSource | undefined {
  if (HAN.test(words)) return CHINESE;
  return LATIN.test(words) ? ENGLISH : undefined;
}
