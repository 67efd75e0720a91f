import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Membership, Room } from '#contracts/room.dto.js';
import { PostStore } from '../posts/post-store';
import { PostsApi } from '../posts/posts-api';
import { ChatSocket } from '../realtime/chat-socket';
import { SessionStore } from '../sign-in/session-store';
import { aPost, aRoom } from './room.fixture';
import { RoomStore } from './room-store';
import { RoomsApi } from './rooms-api';

const AT = '2026-06-03T09:00:00.000Z';
const place = (version: number, facts: Partial<Membership> = {}): Membership => ({
  roomId: 'room',
  user: { id: 'hanna', username: 'hanna', displayName: 'Hanna', role: 'member', status: 'active' },
  role: 'member',
  joinedAt: AT,
  version,
  ...facts,
});

describe('the rooms of the client', () => {
  const one = jest.fn<(room: string) => Promise<Room>>();
  const handlers = new Map<string, (payload: unknown) => void>();
  let rooms: RoomStore;
  let posts: PostStore;

  beforeEach(() => {
    one.mockReset();
    const on = (name: string, handle: (payload: unknown) => void) => void handlers.set(name, handle);
    TestBed.configureTestingModule({
      providers: [
        { provide: RoomsApi, useValue: { one } },
        { provide: PostsApi, useValue: { all: () => Promise.resolve([aPost()]) } },
        { provide: ChatSocket, useValue: { on } },
        { provide: SessionStore, useValue: { user: () => ({ id: 'hanna' }) } },
      ],
    });
    rooms = TestBed.inject(RoomStore);
    posts = TestBed.inject(PostStore);
    rooms.put(aRoom());
  });

  const told = (membership: Membership) => handlers.get('membership')?.(membership);
  const role = () => rooms.room('room')?.myRole;

  it('are not left again by an old word of leaving that comes after one has come back', () => {
    told(place(2, { leftAt: AT }));
    expect([role(), posts.readSeq('chat')]).toEqual([null, undefined]);
    told(place(3));
    rooms.put(aRoom());
    told(place(2, { leftAt: AT }));
    expect([role(), posts.readSeq('chat')]).toEqual(['member', 2]);
  });

  it('are a favourite no more when that was told before the answer that still says so', () => {
    const isFavourite = () => rooms.room('room')?.isFavourite;
    rooms.put(aRoom({ isFavourite: true, favouriteVersion: 1 }));
    handlers.get('favourite')?.({ roomId: 'room', isFavourite: false, version: 2 });
    rooms.put(aRoom({ isFavourite: true, favouriteVersion: 1, version: 2 }));
    handlers.get('favourite')?.({ roomId: 'room', isFavourite: true, version: 1 });
    expect(isFavourite()).toBe(false);
    rooms.put(aRoom({ isFavourite: true, favouriteVersion: 3, version: 1 }));
    expect(isFavourite()).toBe(true);
  });

  it('have nothing unread of a room that was left on another device meanwhile', () => {
    expect(posts.unread('chat')).toBe(3);
    rooms.put(aRoom({ version: 2, myRole: null }));
    expect([role(), posts.unread('chat'), posts.unreadPosts()]).toEqual([null, 0, []]);
  });

  it('do not come back by an answer from before one was taken out', async () => {
    const isPrivate = { visibility: 'private' } as const;
    rooms.put(aRoom(isPrivate));
    one.mockImplementationOnce(() => {
      told(place(2, { leftAt: AT }));
      return Promise.resolve(aRoom(isPrivate));
    });
    one.mockRejectedValueOnce(new Error('not_found'));
    await expect(rooms.load('room')).rejects.toThrow('not_found');
    expect(rooms.room('room')).toBeUndefined();
  });
});
