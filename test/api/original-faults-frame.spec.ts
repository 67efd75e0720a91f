import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PostPage } from '#contracts/post.dto.js';
import type { RoomPage } from '#contracts/room.dto.js';
import type { Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

const ADDRESSES_OF_THE_ORIGINAL = ['/chat/my/', '/chat/settings/', '/accounts/login/?next=/chat/my/', '/admin/'];

describe('faults of the original, in pages, addresses and names of people', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());

  it('D22: who has not signed in is sent to no page that is missing', async () => {
    for (const address of ADDRESSES_OF_THE_ORIGINAL) {
      const response = await fetch(server.address + address, { headers: { accept: 'text/html' }, redirect: 'manual' });
      expect([address, response.status, response.headers.get('content-type')]).toEqual([
        address,
        200,
        'text/html; charset=utf-8',
      ]);
    }
    const answer = await server.ask<Refusal>('/api/rooms');
    expect([answer.status, answer.body.code, answer.headers.get('location')]).toEqual([401, 'unauthenticated', null]);
  });

  it.each(['?x=1', '?dark=maybe', '?dark', '?x[]=1', '?%FF=1', '?__proto__[x]=1'])(
    'D23: an address with %s is a page, and the API names what it does not know',
    async (query) => {
      const page = await fetch(`${server.address}/rooms${query}`, { headers: { accept: 'text/html' } });
      expect(page.status).toBe(200);
      const { status, body } = await ann.get(`/api/rooms${query}`);
      expect([400, 422]).toContain(status);
      expect(['malformed_request', 'validation_failed']).toContain(body.code);
      expect((await ann.get<RoomPage>('/api/rooms')).status).toBe(200);
    },
  );

  it('D28: the chat of a room is listed under a name that people know', async () => {
    const room = await ann.createRoom({ name: '机器学习' });
    const { items } = (await bob.get<PostPage>(`/api/rooms/${room.slug}/posts`)).body;
    expect(items.map(({ kind, slug, title }) => [kind, slug, title])).toEqual([['chat', 'chat', 'Chat']]);
  });

  it('D34: all that a page names is there', async () => {
    const page = await (await fetch(`${server.address}/sign-in`, { headers: { accept: 'text/html' } })).text();
    const named = [...page.matchAll(/(?:src|href)="([^"#]+)"/gu)].map(([, address]) => address ?? '');
    const files = named.filter((address) => address !== '/');
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const response = await fetch(new URL(file, `${server.address}/`), { headers: { accept: '*/*' } });
      const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
      expect([file, response.status, isPage]).toEqual([file, 200, false]);
    }
  });

  it.each(['carol@home', 'carol+1', 'ca rol', '卡罗尔'])(
    'D35: a username such as %j, with which nothing would work, is refused at its field',
    async (username) => {
      const before = await server.sql('select id from users');
      const account = { username, email: 'carol@example.test', password: 'correct horse battery' };
      const { status, body } = await server.ask<Refusal>('/api/auth/register', { method: 'POST', body: account });
      expect([status, body.errors?.map(({ field, code }) => [field, code])]).toEqual([422, [['username', 'invalid']]]);
      expect(await server.sql('select id from users')).toEqual(before);
    },
  );

  it.each(['7', '_', '.', '-'])(
    'D35: a username with %j in it chats, and needs no picture of its own',
    async (sign) => {
      const person = await server.register(`x${sign}y`);
      expect(person.user).not.toHaveProperty('imageUrl');
      const room = await person.createRoom();
      const anns = await ann.open(room.chatPost.id);
      const sent = await person.send(room.chatPost.id, 'here');
      expect((await anns.waitFor('messages')).items).toEqual([sent]);
    },
  );

  it('D35b: a room whose name is as long as names may be has a chat that works', async () => {
    const room = await ann.createRoom({ name: '长'.repeat(80) });
    await bob.join(room.slug);
    const anns = await ann.open(room.chatPost.id);
    const sent = await bob.send(room.chatPost.id, 'here');
    expect((await anns.waitFor('messages')).items).toEqual([sent]);
  });

  it('D35c: 200 connections at once are all let in within five seconds', async () => {
    const room = await ann.createRoom();
    const begun = Date.now();
    const sockets = await Promise.all(Array.from({ length: 200 }, () => bob.open(room.chatPost.id)));
    expect(sockets.every(({ isConnected }) => isConnected)).toBe(true);
    expect(Date.now() - begun).toBeLessThan(5_000);
    for (const socket of sockets) socket.close();
  });
});
