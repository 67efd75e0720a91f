import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Sync } from '#contracts/sync.dto.js';
import { MessageStores } from '../messages/message-stores';
import { PostStore } from '../posts/post-store';
import { PostsApi } from '../posts/posts-api';
import { RoomStore } from '../rooms/room-store';
import { aPost, aRoom } from '../rooms/room.fixture';
import { RoomsApi } from '../rooms/rooms-api';
import { SessionStore } from '../sign-in/session-store';
import { Api } from './api';
import { CatchUp } from './catch-up';
import { ChatSocket } from './chat-socket';
import { ServerError } from './server-error';
import { Snapshots } from './snapshots';

const aSync = (facts: Partial<Sync>): Sync => ({
  cursor: 'one',
  full: false,
  rooms: [],
  posts: [],
  memberships: [],
  marks: [],
  gone: { rooms: [], posts: [] },
  ...facts,
});

describe('catching up', () => {
  const connections = signal(0);
  const state = signal('signed-in');
  const hears = new Map<string, (frame: object) => void>();
  const get = jest.fn<(path: string, query: object) => Promise<Sync>>();
  const kept = new Map<string, unknown>();
  const snapshots = {
    read: (name: string) => Promise.resolve(kept.get(name)),
    write: (name: string, value: unknown) => Promise.resolve(void kept.set(name, JSON.parse(JSON.stringify(value)))),
  };
  const messages = { catchUp: jest.fn(() => Promise.resolve()) };
  let rooms: RoomStore;
  let posts: PostStore;

  beforeEach(async () => {
    jest.resetAllMocks();
    kept.clear();
    begin();
    const marks = [{ postId: 'chat', readSeq: 2, version: 1 }];
    get.mockResolvedValueOnce(aSync({ full: true, rooms: [aRoom()], posts: [aPost()], marks }));
    TestBed.inject(CatchUp);
    await settle();
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  function begin(): void {
    connections.set(0);
    state.set('signed-in');
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { get } },
        {
          provide: ChatSocket,
          useValue: { connections, on: (event: string, hear: () => void) => hears.set(event, hear) },
        },
        { provide: MessageStores, useValue: messages },
        { provide: Snapshots, useValue: snapshots },
        { provide: SessionStore, useValue: { user: () => ({ id: 'hanna' }), state } },
        { provide: RoomsApi, useValue: {} },
        { provide: PostsApi, useValue: {} },
      ],
    });
    rooms = TestBed.inject(RoomStore);
    posts = TestBed.inject(PostStore);
  }

  async function settle(): Promise<void> {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
  }

  async function reconnect(answer: Sync): Promise<void> {
    get.mockResolvedValueOnce(answer);
    connections.update((count) => count + 1);
    await settle();
  }

  it('starts from everything', () => {
    expect(get).toHaveBeenCalledWith('/sync', { since: undefined });
    expect([rooms.isLoaded(), rooms.mine().map(({ id }) => id), rooms.unread()]).toEqual([true, ['room'], 3]);
  });

  it('asks from its cursor after every connection, with the open posts and what could not be sent', async () => {
    await reconnect(aSync({ cursor: 'two' }));
    expect(get).toHaveBeenLastCalledWith('/sync', { since: 'one' });
    await reconnect(aSync({ cursor: 'three' }));
    expect(get).toHaveBeenLastCalledWith('/sync', { since: 'two' });
    expect(messages.catchUp).toHaveBeenCalledTimes(2);
  });

  it('asks when it is told that something was missed, at a moment of its own', async () => {
    jest.spyOn(Math, 'random').mockReturnValueOnce(0.5);
    get.mockResolvedValueOnce(aSync({ marks: [{ postId: 'chat', readSeq: 5, version: 2 }] }));
    hears.get('sync')?.({ withinMs: 400 });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(get).toHaveBeenCalledTimes(1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(get).toHaveBeenLastCalledWith('/sync', { since: 'one' });
    expect(rooms.unread()).toBe(0);
  });

  it('takes what moved on, what was read elsewhere, and a renamed room', async () => {
    await reconnect(
      aSync({
        rooms: [aRoom({ version: 2, name: 'Renamed' })],
        posts: [aPost({ lastSeq: 9, rev: 12 })],
        marks: [{ postId: 'chat', readSeq: 8, version: 2 }],
      }),
    );
    expect([rooms.room('room')?.name, rooms.unread()]).toEqual(['Renamed', 1]);
  });

  it('may be told the same twice', async () => {
    const answer = aSync({ posts: [aPost({ lastSeq: 9 })], marks: [{ postId: 'chat', readSeq: 8, version: 2 }] });
    await reconnect(answer);
    await reconnect(answer);
    expect(rooms.unread()).toBe(1);
  });

  it('lets go of what is gone', async () => {
    await reconnect(aSync({ gone: { rooms: ['room'], posts: [] } }));
    expect([rooms.mine(), posts.post('chat'), rooms.unread()]).toEqual([[], undefined, 0]);
  });

  describe('on the next visit', () => {
    beforeEach(async () => {
      await reconnect(aSync({ cursor: 'two' }));
      await new Promise((resolve) => setTimeout(resolve, 3_100));
      TestBed.resetTestingModule();
      begin();
      get.mockClear();
      TestBed.inject(CatchUp);
      await settle();
    }, 10_000);

    it('shows what this device kept before the server has said anything', () => {
      expect(get).not.toHaveBeenCalled();
      expect([rooms.isLoaded(), rooms.mine().map(({ name }) => name), rooms.unread()]).toEqual([true, ['Room'], 3]);
    });

    it('brings it up to date from where it ended', async () => {
      await reconnect(aSync({ marks: [{ postId: 'chat', readSeq: 5, version: 2 }] }));
      expect(get).toHaveBeenCalledWith('/sync', { since: 'two' });
      expect(rooms.unread()).toBe(0);
    });

    it('lets go of rooms and posts that are not there any more when everything is told anew', async () => {
      posts.put([aPost({ id: 'topic', kind: 'topic' })], true);
      await reconnect(aSync({ full: true, rooms: [aRoom()], posts: [aPost()] }));
      expect([posts.post('chat')?.id, posts.post('topic')]).toEqual(['chat', undefined]);
    });
  });

  it('starts afresh when the cursor was too old', async () => {
    await reconnect(
      aSync({ full: true, rooms: [aRoom({ id: 'other', chatPost: aPost({ id: 'c2', roomId: 'other' }) })] }),
    );
    expect(rooms.mine().map(({ id }) => id)).toEqual(['other']);
  });

  it('takes no answer that a later one has overtaken', async () => {
    let reply: (answer: Sync) => void = () => undefined;
    get.mockReturnValueOnce(new Promise((resolve) => (reply = resolve)));
    connections.update((count) => count + 1);
    await settle();
    await reconnect(aSync({ cursor: 'three', rooms: [aRoom({ version: 2, myRole: 'moderator' })] }));
    reply(aSync({ cursor: 'two', rooms: [aRoom({ version: 2, myRole: 'member' })] }));
    await settle();
    expect(rooms.room('room')?.myRole).toBe('moderator');
    await reconnect(aSync({ cursor: 'four' }));
    expect(get).toHaveBeenLastCalledWith('/sync', { since: 'three' });
  });

  it('does not ask once more for one that failed after a later one was answered', async () => {
    let fail: (error: Error) => void = () => undefined;
    get.mockReturnValueOnce(new Promise((_, reject) => (fail = reject)));
    connections.update((count) => count + 1);
    await settle();
    await reconnect(aSync({ cursor: 'two' }));
    fail(new Error('unreachable'));
    await settle();
    expect(TestBed.inject(CatchUp).hasFailed()).toBe(false);
  });

  it('tries again after a failure, and no more once the session has ended', async () => {
    get.mockRejectedValue(new Error('unreachable'));
    connections.update((count) => count + 1);
    await settle();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(get).toHaveBeenCalledTimes(3);
    state.set('ended');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(get).toHaveBeenCalledTimes(3);
  }, 10_000);

  it('asks a server that cannot answer less and less often, and not before it says', async () => {
    jest.useFakeTimers();
    get.mockReset().mockRejectedValue(new Error('unreachable'));
    connections.update((count) => count + 1);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(get.mock.calls.length).toBeLessThanOrEqual(15);
    get.mockReset().mockRejectedValueOnce(new ServerError('unavailable', 'Not now.', 503, [], 30_000));
    get.mockResolvedValue(aSync({}));
    TestBed.inject(CatchUp).tryAgain();
    await jest.advanceTimersByTimeAsync(29_000);
    expect(get).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(11_000);
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('asks no more once its program is gone', async () => {
    jest.useFakeTimers();
    get.mockReset().mockRejectedValue(new Error('unreachable'));
    connections.update((count) => count + 1);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(10);
    expect(get).toHaveBeenCalledTimes(1);
    TestBed.resetTestingModule();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(get).toHaveBeenCalledTimes(1);
  });

  it('starts from everything where what was kept is of another program', async () => {
    TestBed.resetTestingModule();
    begin();
    kept.set('hanna/lists', { cursor: 'old', rooms: [] });
    get.mockClear().mockResolvedValueOnce(aSync({ full: true, rooms: [aRoom()], posts: [aPost()] }));
    TestBed.inject(CatchUp);
    await settle();
    expect([get.mock.calls, rooms.mine().length]).toEqual([[['/sync', { since: undefined }]], 1]);
  });

  describe('from a device that is slow to say what it kept', () => {
    let say: (lists: unknown) => void;

    beforeEach(async () => {
      await reconnect(aSync({ cursor: 'two' }));
      await new Promise((resolve) => setTimeout(resolve, 3_100));
      TestBed.resetTestingModule();
      begin();
      jest.spyOn(snapshots, 'read').mockReturnValueOnce(new Promise((resolve) => (say = resolve)));
      get.mockReset();
    }, 10_000);

    async function afterPatience(): Promise<void> {
      TestBed.inject(CatchUp);
      await new Promise((resolve) => setTimeout(resolve, 350));
    }
    const late = async () => {
      say(kept.get('hanna/lists'));
      await settle();
    };

    it('shows it when it comes while the server has said nothing', async () => {
      get.mockReturnValue(new Promise(() => undefined));
      await afterPatience();
      expect([get.mock.calls.length, rooms.mine()]).toEqual([1, []]);
      await late();
      expect(rooms.mine().map(({ name }) => name)).toEqual(['Room']);
    });

    it('shows nothing of it once the server has', async () => {
      get.mockResolvedValue(aSync({ full: true }));
      await afterPatience();
      await late();
      expect([rooms.isLoaded(), rooms.mine()]).toEqual([true, []]);
    });
  });
});
