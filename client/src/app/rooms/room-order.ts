import type { KnownRoom } from './room-state';

export const ROOM_ORDERS = ['active', 'newest', 'name'] as const;
export type RoomOrder = (typeof ROOM_ORDERS)[number];
export const ROOM_CHOICES = ['all', 'joined', 'public', 'private'] as const;
export type RoomChoice = (typeof ROOM_CHOICES)[number];

type Sorted = Pick<KnownRoom, 'name' | 'createdAt' | 'latest'>;

const COMPARE: Record<RoomOrder, (one: Sorted, other: Sorted) => number> = {
  active: (one, other) => activeAt(other).localeCompare(activeAt(one)),
  newest: (one, other) => other.createdAt.localeCompare(one.createdAt),
  name: (one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }),
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

/** Whether its name, address, about or owner holds the text, without regard to case. */
export function isAbout(room: Pick<KnownRoom, 'name' | 'slug' | 'about'>, owner: string, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [room.name, room.slug, room.about, owner].some((part) => part.toLowerCase().includes(wanted));
}

function activeAt({ latest, createdAt }: Sorted): string {
  return latest?.at ?? createdAt;
}
