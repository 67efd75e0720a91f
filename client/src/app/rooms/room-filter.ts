import type { KnownRoom } from './room-state';

type Named = Pick<KnownRoom, 'name' | 'slug'>;

/** Whether a room's name or address holds the text; the address is the name in Latin letters, pinyin for Chinese. */
export function isRoomNamed({ name, slug }: Named, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || slug.includes(wanted);
}
