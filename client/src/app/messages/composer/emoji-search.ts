import { Injectable } from '@angular/core';
import type Database from 'emoji-picker-element/database';
import type { NativeEmoji } from 'emoji-picker-element/shared';
import { isCharacter, withCharacter } from './emoji-character';
import { emojiFor, type EmojiSource, preferredEmoji } from './emoji-source';

/** An emoji that was found by its name. */
export interface FoundEmoji {
  emoji: string;
  name: string;
}

const MOST = 8;
/** Of the package, skin tones and hair left out. */
const GROUPS = [0, 1, 3, 4, 5, 6, 7, 8, 9];

/** Finds emoji by a part of their English or Chinese names. Nothing is loaded before the first question. */
@Injectable({ providedIn: 'root' })
export class EmojiSearch {
  private readonly databases = new Map<string, Promise<Database>>();

  /** The best of them; none when the names cannot be loaded. */
  async find(words: string, most = MOST): Promise<FoundEmoji[]> {
    try {
      const database = await this.open(emojiFor(words) ?? preferredEmoji());
      const [tone, found] = await Promise.all([
        database.getPreferredSkinTone(),
        isCharacter(words) ? this.byCharacter(database, words) : this.byWords(database, words),
      ]);
      return found.slice(0, most).map((one) => ({
        emoji: one.skins?.find((skin) => skin.tone === tone)?.unicode ?? one.unicode,
        name: one.shortcodes?.find((code) => code.startsWith(words)) ?? one.shortcodes?.[0] ?? one.annotation,
      }));
    } catch {
      return [];
    }
  }

  private async byWords(database: Database, words: string): Promise<NativeEmoji[]> {
    const found = await database.getEmojiBySearchQuery(words.replaceAll('_', ' '));
    return byName(
      found.filter((one): one is NativeEmoji => 'unicode' in one),
      words,
    );
  }

  private async byCharacter(database: Database, character: string): Promise<NativeEmoji[]> {
    const groups = await Promise.all(GROUPS.map((group) => database.getEmojiByGroup(group)));
    return withCharacter(groups.flat(), character);
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
