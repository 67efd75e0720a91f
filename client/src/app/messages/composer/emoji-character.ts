import type { NativeEmoji } from 'emoji-picker-element/shared';

const ONE_HAN = /^\p{Script=Han}$/u;

/** Whether the words are a single Chinese character: a word for us, and too short a question for the package. */
export function isCharacter(words: string): boolean {
  return ONE_HAN.test(words);
}

/** Those with the character in their names: it is a name, a name begins with it, it is within one. */
export function withCharacter(all: readonly NativeEmoji[], character: string): NativeEmoji[] {
  const ranked = all.flatMap((emoji) => {
    const names = [emoji.annotation, ...(emoji.tags ?? [])];
    const rank = RANKS.findIndex((fits) => names.some((name) => fits(name, character)));
    return rank < 0 ? [] : [{ emoji, rank }];
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ emoji }) => emoji);
}

const RANKS: readonly ((name: string, character: string) => boolean)[] = [
  (name, character) => name === character,
  (name, character) => name.startsWith(character),
  (name, character) => name.includes(character),
];
