import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Post } from '#contracts/post.dto.js';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import type { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

const NOBODY = '019a0000-0000-7000-8000-000000000000';

describe('a private room, for somebody who is not in it', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let eve: ChatUser;
  let room: Room;
  let topic: Post;
  let messageId: string;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, eve] = await server.registerAll('ann', 'bob', 'eve');
    room = await ann.createRoom({ name: 'Secret plans', slug: 'old-secret', visibility: 'private' });
    room = (await ann.patch<Room>(`/api/rooms/${room.id}`, { slug: 'secret-plans' })).body;
    await ann.add(room.id, bob);
    topic = await ann.createPost(room.id, { title: 'Hidden topic', tags: ['hidden-tag'] });
    messageId = (await ann.send(topic.id)).id;
  });
  afterAll(() => server.stop());

  /** Method and address, with `:room`, `:post` and so on to be replaced by the private ones or by nobody's. */
  const doors: [string, string, object?][] = [
    ['GET', '/api/rooms/:room'],
    ['PATCH', '/api/rooms/:room', { name: 'x' }],
    ['PUT', '/api/rooms/:room/image'],
    ['DELETE', '/api/rooms/:room/image'],
    ['PUT', '/api/rooms/:room/membership'],
    ['DELETE', '/api/rooms/:room/membership'],
    ['GET', '/api/rooms/:room/members'],
    ['PUT', '/api/rooms/:room/members/:user', {}],
    ['DELETE', '/api/rooms/:room/members/:user'],
    ['GET', '/api/rooms/:room/requests'],
    ['DELETE', '/api/rooms/:room/requests/:user'],
    ['GET', '/api/rooms/:room/posts'],
    ['GET', '/api/rooms/:room/posts/chat'],
    ['POST', '/api/rooms/:room/posts', { title: 'x' }],
    ['GET', '/api/rooms/:room/posts/:slug'],
    ['PATCH', '/api/rooms/:room/posts/:slug', { title: 'x' }],
    ['PUT', '/api/rooms/:room/posts/:slug/image'],
    ['DELETE', '/api/rooms/:room/posts/:slug/image'],
    ['GET', '/api/rooms/:room/files'],
    ['GET', '/api/posts/:post/messages'],
    ['GET', '/api/posts/:post/files'],
    ['GET', '/api/posts/:post/people'],
    ['POST', '/api/posts/:post/messages', { clientId: randomUUID(), text: 'x' }],
    ['PATCH', '/api/messages/:message', { text: 'x' }],
    ['POST', '/api/messages/:message/recall'],
    ['GET', '/api/slugs?for=post&name=x&roomId=:roomId'],
  ];

  const fill = (path: string, ids: Record<string, string>): string =>
    path.replace(/:(\w+)/gu, (_, name: string) => ids[name] ?? '');

  it.each(doors.map(([method, path, body]) => [method, path, body] as const))(
    '%s %s answers as if there were none',
    async (method, path, body) => {
      const there = { roomId: room.id, slug: topic.slug, post: topic.id, message: messageId, user: bob.name };
      const nowhere = { room: 'nowhere', roomId: NOBODY, slug: 'x', post: NOBODY, message: NOBODY, user: bob.name };
      const missing = await eve.ask(method, fill(path, nowhere), { body });
      expect(missing.status).toBe(404);
      for (const reference of [room.slug, 'old-secret', room.id, room.slug.toUpperCase()]) {
        const answer = await eve.ask(method, fill(path, { ...there, room: reference }), { body });
        const without = (text: string): string => text.replace(/"requestId":"[^"]*"/u, '');
        expect({ status: answer.status, text: without(answer.text) }).toEqual({
          status: 404,
          text: without(missing.text),
        });
      }
      if (method === 'GET') {
        const read = await bob.ask(method, fill(path, { ...there, room: room.slug }));
        expect(read.status).toBeLessThan(404);
      }
    },
  );

  it('stands in no list, count, tag or synchronisation', async () => {
    const list = async (user: ChatUser): Promise<RoomPage> => (await user.get<RoomPage>('/api/rooms?q=secret')).body;
    expect(await list(eve)).toEqual({ items: [], total: 0 });
    expect((await list(bob)).items.map(({ id }) => id)).toEqual([room.id]);
    expect((await eve.get<{ items: unknown[] }>('/api/tags?q=hidden')).body.items).toEqual([]);
    expect((await bob.get<{ items: unknown[] }>('/api/tags?q=hidden')).body.items).toHaveLength(1);
    expect(JSON.stringify((await eve.get<Sync>('/api/sync')).body)).not.toContain(room.id);
    expect(JSON.stringify((await bob.get<Sync>('/api/sync')).body)).toContain(room.id);
  });

  it('does not show in a slug preview, nor in a suggestion', async () => {
    const preview = await eve.get<{ slug: string }>('/api/slugs?for=room&name=Secret%20plans');
    expect(preview.body.slug).toBe('secret-plans');
  });

  it('refuses every socket event as if there were none', async () => {
    const socket = await eve.connect();
    const send = (postId: string) => ({ postId, clientId: randomUUID(), text: 'x' });
    const pairs = [
      ['post:open', { postId: topic.id }, { postId: NOBODY }],
      ['post:open', { postId: topic.id, rev: 0 }, { postId: NOBODY, rev: 0 }],
      ['message:send', send(topic.id), send(NOBODY)],
      ['message:edit', { messageId, text: 'x' }, { messageId: NOBODY, text: 'x' }],
      ['message:recall', { messageId }, { messageId: NOBODY }],
      ['post:read', { postId: topic.id, seq: 1 }, { postId: NOBODY, seq: 1 }],
      ['post:unread', { postId: topic.id, seq: 1 }, { postId: NOBODY, seq: 1 }],
    ] as const;
    for (const [event, there, nowhere] of pairs) {
      const answer = await socket.askAnything(event, there);
      expect(answer).toEqual(await socket.askAnything(event, nowhere));
      expect(answer.error?.code).toBe('not_found');
    }
  });

  it('tells a stranger nothing of what happens there', async () => {
    const strangers: ChatClient[] = [await eve.connect()];
    const member = await bob.connect();
    await strangers[0]!.askAnything('post:open', { postId: topic.id });
    const writer = await ann.open(topic.id);
    writer.socket.emit('typing', { postId: topic.id });
    await ann.send(topic.id, 'a secret');
    await ann.patch(`/api/rooms/${room.id}`, { about: 'new' });
    await ann.createPost(room.id, { title: 'Another' });
    await member.waitFor('activity', ({ excerpt }) => excerpt === 'a secret');
    await member.waitFor('room', ({ about }) => about === 'new');
    await member.waitFor('post', ({ title }) => title === 'Another');
    expect(strangers[0]!.heard).toEqual([]);
  });

  it('takes requests with 202, whether it is there or not, and shows them to its keepers', async () => {
    for (const reference of [room.slug, 'nowhere', NOBODY, '%F0%9F%8E%89', '..%2fx']) {
      const answer = await eve.post(`/api/rooms/${reference}/requests`);
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 202, text: '' });
    }
    expect((await eve.post(`/api/rooms/${room.slug}/requests`)).status).toBe(202);
    expect((await bob.get(`/api/rooms/${room.slug}/requests`)).status).toBe(403);
    const { items } = (await ann.get<{ items: { id: string }[] }>(`/api/rooms/${room.slug}/requests`)).body;
    expect(items.map(({ id }) => id)).toEqual([eve.id]);
    const request = `/api/rooms/${room.slug}/requests/${eve.name}`;
    expect((await bob.delete(request)).status).toBe(403);
    expect((await ann.delete(request)).status).toBe(204);
    expect((await ann.get<{ items: [] }>(`/api/rooms/${room.slug}/requests`)).body.items).toEqual([]);
    expect((await eve.get(`/api/rooms/${room.slug}`)).status).toBe(404);
    await eve.post(`/api/rooms/${room.slug}/requests`);
    await ann.add(room.id, eve);
    expect((await eve.get<Room>(`/api/rooms/${room.slug}`)).body.myRole).toBe('member');
    expect((await ann.get<{ items: [] }>(`/api/rooms/${room.slug}/requests`)).body.items).toEqual([]);
  });
});
