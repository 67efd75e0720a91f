import { isNamed } from '../language/search-key';
import type { KnownRoom } from './room-state';

type Named = Pick<KnownRoom, 'name' | 'slug' | 'searchKey'>;

/** Whether a room is found by its name or address. */
export function isRoomNamed(room: Named, text: string): boolean {
  return isNamed(room, text, room.name, room.slug);
}
