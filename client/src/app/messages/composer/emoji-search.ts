import { Injectable } from '@angular/core';
import type Database from 'emoji-picker-element/database';
import type { NativeEmoji } from 'emoji-picker-element/shared';
import { emojiFor, type EmojiSource, preferredEmoji } from './emoji-source';

/** An emoji that was found by its name. */
export interface FoundEmoji {
  emoji: string;
  name: string;
}

const MOST = 8;

/** Finds emoji by a part of their English or Chinese names. Nothing is loaded before the first question. */
@Injectable({ providedIn: 'root' })
export class EmojiSearch {
  private readonly databases = new Map<string, Promise<Database>>();

  /** The best few; none when the names cannot be loaded. */
  async find(words: string): Promise<FoundEmoji[]> {
    try {
      const database = await this.open(emojiFor(words) ?? preferredEmoji());
      const [tone, found] = await Promise.all([
        database.getPreferredSkinTone(),
        database.getEmojiBySearchQuery(words.replaceAll('_', ' ')),
      ]);
      const native = found.filter((one): one is NativeEmoji => 'unicode' in one);
      return byName(native, words)
        .slice(0, MOST)
        .map((one) => ({
          emoji: one.skins?.find((skin) => skin.tone === tone)?.unicode ?? one.unicode,
          name: one.shortcodes?.find((code) => code.startsWith(words)) ?? one.shortcodes?.[0] ?? one.annotation,
        }));
    } catch {
      return [];
    }
  }

  private open({ locale, address }: EmojiSource): Promise<Database> {
    const known = this.databases.get(locale);
    const opened =
      known ??
      import('emoji-picker-element/database').then(({ default: Names }) => new Names({ locale, dataSource: address }));
    this.databases.set(locale, opened);
    return opened;
  }
}

/** Those whose name begins with the words first; the rest as the package orders them. */
function byName(found: readonly NativeEmoji[], words: string): NativeEmoji[] {
  const isNamed = ({ shortcodes }: NativeEmoji) => shortcodes?.some((code) => code.startsWith(words)) === true;
  return [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))];
}
