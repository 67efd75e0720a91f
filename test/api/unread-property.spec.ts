import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomInt, randomUUID } from 'node:crypto';
import type { PostPage } from '#contracts/post.dto.js';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import type { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

const ROUNDS = 6;
const ACTIONS = 25;

interface Person {
  user: ChatUser;
  socket: ChatClient;
}

describe('unread', () => {
  let server: TestServer;
  let people: Person[];
  let room: Room;
  let posts: string[];

  beforeAll(async () => {
    server = await TestServer.start();
    const users = await server.registerAll('ann', 'bob', 'carol', 'dave');
    people = await Promise.all(users.map(async (user) => ({ user, socket: await user.connect() })));
    room = await users[0].createRoom();
    for (const user of users.slice(1)) await user.join(room.slug);
    const topics = await Promise.all([1, 2, 3].map(() => users[0].createPost(room.id)));
    posts = [room.chatPost.id, ...topics.map(({ id }) => id)];
  });
  afterAll(() => server.stop());

  const pick = <Item>(items: readonly Item[]): Item => items[randomInt(items.length)]!;

  /** Something that anybody might do. Refusals are part of it. */
  async function actAtRandom({ user, socket }: Person): Promise<void> {
    const postId = pick(posts);
    const seq = randomInt(60);
    const actions = [
      () => socket.ask('message:send', { postId, clientId: randomUUID(), text: 'x' }),
      () => user.post(`/api/posts/${postId}/messages`, { clientId: randomUUID(), text: 'x' }),
      () => socket.ask('post:read', { postId, seq }),
      () => socket.ask('post:unread', { postId, seq }),
      () => (user === people[0]!.user ? Promise.resolve() : user.delete(`/api/rooms/${room.id}/membership`)),
      () => user.put(`/api/rooms/${room.id}/membership`),
      () => recallOne(user, postId),
    ];
    await pick(actions)();
  }

  async function recallOne(user: ChatUser, postId: string): Promise<void> {
    const { items } = (await user.get<{ items: { id: string; authorId: string }[] }>(`/api/posts/${postId}/messages`))
      .body;
    const own = items.find(({ authorId }) => authorId === user.id);
    if (own) await user.post(`/api/messages/${own.id}/recall`);
  }

  it(`is lastSeq - readSeq on every path, whatever ${String(ROUNDS * ACTIONS)} random actions four people take at once`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.all(
        people.map(async (person) => {
          for (let count = 0; count < ACTIONS / people.length; count += 1) await actAtRandom(person);
        }),
      );
      for (const { user, socket } of people) await compare(user, socket);
    }
  });

  async function compare(user: ChatUser, socket: ChatClient): Promise<void> {
    const listed = (await user.get<PostPage>(`/api/rooms/${room.id}/posts`)).body.items;
    const seen = (await user.get<Room>(`/api/rooms/${room.id}`)).body;
    const inList = (await user.get<RoomPage>('/api/rooms?limit=200')).body.items.find(({ id }) => id === room.id);
    const { rooms, posts: synced, marks } = (await user.get<Sync>('/api/sync')).body;
    const isMember = seen.myRole !== null;
    for (const post of listed) {
      expect(post.unread).toBe(post.lastSeq - post.readSeq);
      expect(post.readSeq).toBeGreaterThanOrEqual(post.firstSeq - 1);
      expect(post.unread).toBeGreaterThanOrEqual(0);
      const { head } = await socket.done('post:open', { postId: post.id });
      expect(head).toEqual({ firstSeq: post.firstSeq, lastSeq: post.lastSeq, rev: post.rev, readSeq: post.readSeq });
      if (!isMember) expect(post.unread).toBe(0);
      else expect(synced.find(({ id }) => id === post.id)).toEqual(post);
      const mark = marks.find(({ postId }) => postId === post.id);
      if (isMember) expect(mark?.readSeq ?? post.firstSeq - 1).toBe(post.readSeq);
    }
    const sum = listed.reduce((total, { unread }) => total + unread, 0);
    const inSync = rooms.find(({ id }) => id === room.id);
    expect([seen.unread, inList?.unread, inSync?.unread]).toEqual([sum, sum, sum]);
    expect(seen.chatPost).toEqual(listed.find(({ kind }) => kind === 'chat'));
  }
});
