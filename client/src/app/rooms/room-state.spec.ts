import { describe, expect, it } from '@jest/globals';
import type { Room, SharedRoom } from '#contracts/room.dto.js';
import type { ActivityFrame } from '#contracts/socket-events.js';
import {
  applyActivity,
  NO_ROOMS,
  ownRooms,
  putPlace,
  putRoom,
  putSharedRoom,
  removeRoom,
  type RoomState,
  setOwnFacts,
  setRole,
  withoutLost,
} from './room-state';

const facts = {
  id: 'room',
  slug: 'room',
  name: 'Room',
  about: '',
  visibility: 'public' as const,
  kind: 'room' as const,
  ownerId: 'greta',
  memberCount: 2,
  version: 5,
  createdAt: '2026-06-01T09:00:00.000Z',
};
const chatPost = { id: 'chat' } as Room['chatPost'];
const aRoom = (more: Partial<Room> = {}): Room => ({
  ...facts,
  chatPost,
  myRole: 'member',
  onlineCount: 1,
  unread: 0,
  ...more,
});
const aSharedRoom = (more: Partial<SharedRoom> = {}): SharedRoom => ({ ...facts, chatPost, ...more });
const activity = (at: string, excerpt: string): ActivityFrame => ({
  roomId: 'room',
  postId: 'chat',
  lastSeq: 3,
  rev: 3,
  at,
  authorId: 'lei',
  excerpt,
  mentions: [],
});
const known = (more: Partial<Room> = {}): RoomState => putRoom(NO_ROOMS, aRoom(more));
const room = (state: RoomState) => state.rooms.get('room');

describe('the rooms the client knows', () => {
  it('ignore an older version', () => {
    expect(room(putSharedRoom(known(), aSharedRoom({ version: 4, name: 'Old' })))?.name).toBe('Room');
    expect(room(putRoom(known(), aRoom({ version: 4, name: 'Old' })))?.name).toBe('Room');
  });

  it('show no newest message that is not kept any longer', () => {
    const told = applyActivity(known(), activity('2026-06-03T10:00:00.000Z', 'Words'));
    const from = (firstSeq: number) => withoutLost(told, (postId) => (postId === 'chat' ? firstSeq : undefined));
    expect(room(from(3))?.latest?.excerpt).toBe('Words');
    expect(from(3)).toBe(told);
    expect(room(from(4))).toEqual(room(known()));
    expect(withoutLost(told, () => undefined)).toBe(told);
  });

  it("keep the reader's own part when an event brings the shared one", () => {
    const changed = putSharedRoom(known({ myRole: 'moderator' }), aSharedRoom({ version: 6, name: 'New' }));
    expect(room(changed)).toMatchObject({ name: 'New', myRole: 'moderator', onlineCount: 1 });
  });

  it('keep what only the reader is told when an event brings the shared part, or a late answer an older one', () => {
    const own = { isFavourite: true, requestCount: 2 };
    const changed = putSharedRoom(known(own), aSharedRoom({ version: 6, name: 'New' }));
    expect(room(changed)).toMatchObject({ name: 'New', ...own });
    expect(room(setOwnFacts(changed, 'room', { isFavourite: false }))).toMatchObject({
      isFavourite: false,
      requestCount: 2,
    });
    expect(room(putRoom(changed, aRoom({ isFavourite: false })))).toMatchObject({ name: 'New', isFavourite: false });
    expect(setOwnFacts(changed, 'other', own)).toBe(changed);
  });

  it('lose what a newer event no longer carries', () => {
    const pictured = known({ imageUrl: '/picture', archivedAt: '2026-06-02T09:00:00.000Z' });
    const changed = room(putSharedRoom(pictured, aSharedRoom({ version: 6 })));
    expect(changed).not.toHaveProperty('imageUrl');
    expect(changed).not.toHaveProperty('archivedAt');
  });

  it('show the latest message, and its new words when it was edited or recalled', () => {
    const said = applyActivity(known(), activity('2026-06-03T09:00:00.000Z', 'hello'));
    expect(room(said)?.latest?.excerpt).toBe('hello');
    expect(room(applyActivity(said, activity('2026-06-03T09:00:00.000Z', '')))?.latest?.excerpt).toBe('');
    expect(room(applyActivity(said, activity('2026-06-03T08:00:00.000Z', 'older')))?.latest?.excerpt).toBe('hello');
  });

  it('are the reader’s by their place in them, the newest version counting', () => {
    const left = putPlace(known(), { roomId: 'room', role: 'member', version: 3, leftAt: '2026-06-03T09:00:00.000Z' });
    expect(ownRooms(left)).toEqual([]);
    expect(ownRooms(putPlace(left, { roomId: 'room', role: 'member', version: 2 }))).toEqual([]);
    expect(ownRooms(putPlace(left, { roomId: 'room', role: 'moderator', version: 4 }))).toHaveLength(1);
  });

  it('stand with the latest active first', () => {
    const quiet = putRoom(known(), aRoom({ id: 'quiet', name: 'Quiet', createdAt: '2026-06-02T09:00:00.000Z' }));
    expect(ownRooms(quiet).map(({ id }) => id)).toEqual(['quiet', 'room']);
    const said = applyActivity(quiet, activity('2026-06-03T09:00:00.000Z', 'hello'));
    expect(ownRooms(said).map(({ id }) => id)).toEqual(['room', 'quiet']);
  });

  it('go when they are taken away', () => {
    expect(removeRoom(known(), 'room').rooms.size).toBe(0);
    expect(setRole(removeRoom(known(), 'room'), 'room', 'member').rooms.size).toBe(0);
  });
});
