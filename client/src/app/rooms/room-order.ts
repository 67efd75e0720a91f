import { fold, matchesSearchKey } from '#contracts/search-key.js';
import type { User } from '#contracts/user.dto.js';
import { compareNames } from '../language/compare-names';
import { searchKeyOf } from '../language/search-key';
import type { KnownRoom } from './room-state';

export const ROOM_ORDERS = ['active', 'newest', 'name'] as const;
export type RoomOrder = (typeof ROOM_ORDERS)[number];
export const ROOM_CHOICES = ['all', 'joined', 'public', 'private'] as const;
export type RoomChoice = (typeof ROOM_CHOICES)[number];

type Described = Pick<KnownRoom, 'name' | 'slug' | 'about' | 'searchKey'>;
type Sorted = Pick<KnownRoom, 'name' | 'createdAt' | 'latest'>;

const COMPARE: Record<RoomOrder, (one: Sorted, other: Sorted) => number> = {
  active: (one, other) => activeAt(other).localeCompare(activeAt(one)),
  newest: (one, other) => other.createdAt.localeCompare(one.createdAt),
  name: (one, other) => compareNames(one.name, other.name),
};

/** The rooms in an order, as a new list. */
export function sortRooms<Room extends Sorted>(rooms: readonly Room[], order: RoomOrder): Room[] {
  return [...rooms].sort(COMPARE[order]);
}

/** Whether a room belongs to what was chosen to be shown. */
export function isChosen(room: Pick<KnownRoom, 'myRole' | 'visibility'>, choice: RoomChoice): boolean {
  if (choice === 'all') return true;
  return choice === 'joined' ? room.myRole !== null : room.visibility === choice;
}

/** Whether each word is in its name, address, about or owner's name. @param owner undefined as long as nobody knows */
export function isAbout(room: Described, owner: User | undefined, text: string): boolean {
  const ofOwner = owner === undefined ? '' : searchKeyOf(owner, owner.displayName, owner.username);
  return matchesSearchKey(`${searchKeyOf(room, room.name, room.slug)}\n${fold(room.about)}\n${ofOwner}`, text);
}

function activeAt({ latest, createdAt }: Sorted): string {
  return latest?.at ?? createdAt;
}
