import type { LatestMessage, Membership, Room, RoomRole, SharedRoom } from '#contracts/room.dto.js';
import type { ActivityFrame } from '#contracts/socket-events.js';
import { compareNames } from '../language/compare-names';

/** A room as the client keeps it: posts and unread numbers live in the post store. */
export type KnownRoom = Omit<Room, 'chatPost' | 'unread'> & { chatPostId: string };

export interface RoomState {
  readonly rooms: ReadonlyMap<string, KnownRoom>;
  /** Newest version of the reader's own place in each room. */
  readonly places: ReadonlyMap<string, number>;
}

export const NO_ROOMS: RoomState = { rooms: new Map(), places: new Map() };

/** What a device keeps of the reader's rooms from one visit to the next. */
export interface KeptRooms {
  rooms: readonly KnownRoom[];
  places: readonly (readonly [string, number])[];
}

export function keepRooms(state: RoomState): KeptRooms {
  return { rooms: ownRooms(state), places: [...state.places] };
}

/** Takes what was kept, beneath everything that has been told since. */
export function restoreRooms(state: RoomState, kept: KeptRooms): RoomState {
  return {
    rooms: new Map([...kept.rooms.map((room) => [room.id, room] as const), ...state.rooms]),
    places: new Map([...kept.places, ...state.places]),
  };
}

/** Takes a room as fetched; an older version is ignored, but a later message in it is kept. */
export function putRoom(state: RoomState, room: Room): RoomState {
  const known = state.rooms.get(room.id);
  const { chatPost, unread: _unread, ...facts } = room;
  const fetched: KnownRoom = { ...facts, chatPostId: chatPost.id };
  const isOld = known !== undefined && known.version > room.version;
  const newest = isOld ? { ...known, myRole: room.myRole, ...ownFacts(room) } : fetched;
  return withRoom(state, { ...newest, ...laterFavourite(known, room), ...latestOf(known?.latest, room.latest) });
}

/** Takes a room as an event carries it: what differs from reader to reader stays. */
export function putSharedRoom(state: RoomState, room: SharedRoom): RoomState {
  const known = state.rooms.get(room.id);
  if (known !== undefined && known.version > room.version) return state;
  const { chatPost, ...facts } = room;
  const own = {
    ...{ myRole: known?.myRole ?? null, onlineCount: known?.onlineCount ?? 0 },
    ...(known !== undefined && ownFacts(known)),
    ...latestOf(known?.latest),
  };
  // An event leaves out what has been taken away (picture, archive date), so nothing of the old facts is kept.
  return withRoom(state, { ...facts, ...own, chatPostId: chatPost.id });
}

/** The reader's own place in a room; an older version is ignored. */
export function putPlace(
  state: RoomState,
  place: Pick<Membership, 'roomId' | 'role' | 'version' | 'leftAt'>,
): RoomState {
  if ((state.places.get(place.roomId) ?? -1) > place.version) return state;
  const next = { ...state, places: new Map(state.places).set(place.roomId, place.version) };
  return setRole(next, place.roomId, place.leftAt === undefined ? place.role : null);
}

export function setRole(state: RoomState, roomId: string, role: RoomRole | null): RoomState {
  const room = state.rooms.get(roomId);
  return room === undefined ? state : withRoom(state, { ...room, myRole: role });
}

/** What only this reader is told of a room. */
export type OwnFacts = Pick<KnownRoom, 'isFavourite' | 'favouriteVersion' | 'requestCount'>;

/** Takes some of it; an older word on the favourite is ignored, and one without a version goes ahead of the server. */
export function setOwnFacts(state: RoomState, roomId: string, facts: OwnFacts): RoomState {
  const room = state.rooms.get(roomId);
  return room === undefined ? state : withRoom(state, { ...room, ...facts, ...laterFavourite(room, facts) });
}

/** The newest message of a room, unless a later one is known. */
export function applyActivity(state: RoomState, frame: ActivityFrame): RoomState {
  const room = state.rooms.get(frame.roomId);
  if (room === undefined) return state;
  const { postId, lastSeq: seq, authorId, excerpt, system, at } = frame;
  const told: LatestMessage = { postId, seq, authorId, excerpt, ...(system && { system }), at };
  return withRoom(state, { ...room, ...latestOf(room.latest, told) });
}

/** Without newest messages that are not kept any longer. @param firstSeqOf where the messages of a post begin by now */
export function withoutLost(state: RoomState, firstSeqOf: (postId: string) => number | undefined): RoomState {
  const isLost = ({ latest }: KnownRoom) => latest !== undefined && latest.seq < (firstSeqOf(latest.postId) ?? 0);
  const lost = [...state.rooms.values()].filter(isLost);
  return lost.reduce((kept, { latest: _lost, ...room }) => withRoom(kept, room), state);
}

export function removeRoom(state: RoomState, roomId: string): RoomState {
  const rooms = new Map(state.rooms);
  rooms.delete(roomId);
  return { ...state, rooms };
}

/** Rooms the reader belongs to, the latest active first. */
export function ownRooms(state: RoomState): KnownRoom[] {
  const activeAt = (room: KnownRoom) => room.latest?.at ?? room.createdAt;
  return [...state.rooms.values()]
    .filter(({ myRole }) => myRole !== null)
    .sort((one, other) => activeAt(other).localeCompare(activeAt(one)) || compareNames(one.name, other.name));
}

function ownFacts({ isFavourite, favouriteVersion, requestCount }: OwnFacts): OwnFacts {
  return {
    ...(isFavourite !== undefined && { isFavourite, favouriteVersion }),
    ...(requestCount !== undefined && { requestCount }),
  };
}

/** The favourite as it was known, if what is told of it is older. */
function laterFavourite(known: OwnFacts | undefined, told: OwnFacts): OwnFacts {
  const { isFavourite, favouriteVersion = 0 } = known ?? {};
  return favouriteVersion > (told.favouriteVersion ?? favouriteVersion) ? { isFavourite, favouriteVersion } : {};
}

function withRoom(state: RoomState, room: KnownRoom): RoomState {
  return { ...state, rooms: new Map(state.rooms).set(room.id, room) };
}

function latestOf(...candidates: (LatestMessage | undefined)[]): { latest?: LatestMessage } {
  const latest = candidates
    .filter((candidate) => candidate !== undefined)
    .reduce<LatestMessage | undefined>(
      (best, next) => (best === undefined || next.at >= best.at ? next : best),
      undefined,
    );
  return latest === undefined ? {} : { latest };
}
