import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('rooms', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());

  it.each<[object, string, string]>([
    [{}, 'name', 'required'],
    [{ name: '' }, 'name', 'required'],
    [{ name: ' \u0007\u202e ' }, 'name', 'required'],
    [{ name: 'x'.repeat(81) }, 'name', 'too_long'],
    [{ name: ['a'] }, 'name', 'invalid'],
    [{ name: 'a\0b' }, 'name', 'text_invalid'],
    [{ name: 'a\ud83d' }, 'name', 'text_invalid'],
    [{ name: 'a', about: 'x'.repeat(2_001) }, 'about', 'too_long'],
    [{ name: 'a', visibility: 'secret' }, 'visibility', 'invalid'],
    [{ name: 'a', ownerId: 'x' }, 'ownerId', 'unknown_field'],
  ])('are not made of %j', async (wish, field, code) => {
    const before = await server.sql('select count(*) from rooms');
    const answer = await ann.post('/api/rooms', wish);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ field, code })]);
    expect(await server.sql('select count(*) from rooms')).toEqual(before);
  });

  it('are not made without a session', async () => {
    expect((await server.ask('/api/rooms', { method: 'POST', body: { name: 'a' } })).status).toBe(401);
    expect((await ann.post('/api/rooms', { name: 'a' })).status).toBe(201);
  });

  it('count length in characters as people do', async () => {
    expect((await ann.createRoom({ name: '😀'.repeat(80) })).name).toHaveLength(160);
    expect((await ann.post('/api/rooms', { name: '😀'.repeat(81) })).status).toBe(422);
  });

  it('begin with their owner, a chat post with its tags and a welcome that names both', async () => {
    const room = await ann.createRoom({ name: '机器学习', about: 'x' });
    expect(room).toMatchObject({
      ...{ name: '机器学习', about: 'x', visibility: 'public', kind: 'room', ownerId: ann.id, myRole: 'owner' },
      ...{ memberCount: 1, unread: 0, version: expect.any(Number) },
    });
    expect(room.chatPost).toMatchObject({
      ...{ kind: 'chat', slug: 'chat', tags: ['default', 'chatting'], roomId: room.id, authorId: ann.id },
      ...{ firstSeq: 1, lastSeq: 1, readSeq: 1, unread: 0 },
    });
    const { items, head } = (await bob.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`)).body;
    expect(head).toEqual({ firstSeq: 1, lastSeq: 1, rev: 1 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      ...{ seq: 1, rev: 1, kind: 'system', authorId: ann.id },
      system: { code: 'room_created', params: { ownerName: 'ann', roomName: '机器学习' } },
      text: 'Congratulations to ann for creating a new chatroom named 机器学习.',
    });
    expect(room.latest).toMatchObject({ seq: 1, authorId: ann.id, postId: room.chatPost.id });
  });

  it('are read by visitors, who write only once they have joined', async () => {
    const room = await ann.createRoom();
    const seen = await bob.get<Room>(`/api/rooms/${room.slug}`);
    expect(seen.body).toMatchObject({ myRole: null, unread: 0 });
    const message = { clientId: '6f9619ff-8b86-4d01-b42d-00c04fc964ff', text: 'hello' };
    const path = `/api/posts/${room.chatPost.id}/messages`;
    expect((await bob.post(path, message)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await bob.post(`/api/rooms/${room.slug}/posts`, { title: 'a' })).status).toBe(403);
    await bob.join(room.slug);
    expect((await bob.post(path, message)).status).toBe(201);
    expect((await bob.get<Room>(`/api/rooms/${room.slug}`)).body).toMatchObject({ myRole: 'member', memberCount: 2 });
  });

  it('are changed by their keepers only', async () => {
    const room = await ann.createRoom({ name: 'Mine' });
    await bob.join(room.slug);
    const change = { name: 'Taken over', about: 'x', visibility: 'private', slug: 'taken-over' };
    expect((await bob.patch(`/api/rooms/${room.slug}`, change)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await bob.get<Room>(`/api/rooms/${room.slug}`)).body).toMatchObject({ name: 'Mine', visibility: 'public' });
    expect((await ann.patch(`/api/rooms/${room.slug}`, { ...change, ownerId: bob.id })).status).toBe(422);
    expect((await ann.patch<Room>(`/api/rooms/${room.slug}`, change)).body).toMatchObject(change);
  });

  it('are listed by name, a page at a time, once each', async () => {
    const word = 'paged';
    const names = Array.from({ length: 7 }, (_, index) => `${word} ${String.fromCharCode(103 - index)}`);
    for (const name of names) await ann.createRoom({ name });
    const found: string[] = [];
    let cursor = '';
    do {
      const { body } = await bob.get<RoomPage>(`/api/rooms?q=${word}&limit=3${cursor && `&cursor=${cursor}`}`);
      expect(body.total).toBe(7);
      found.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(found).toEqual(names.toSorted());
  });

  it('are found by part of a name, where wildcards stand for themselves', async () => {
    await ann.createRoom({ name: '100% sure_thing' });
    const names = async (q: string): Promise<string[]> =>
      (await bob.get<RoomPage>(`/api/rooms?q=${encodeURIComponent(q)}`)).body.items.map(({ name }) => name);
    expect(await names('% sure_')).toEqual(['100% sure_thing']);
    expect(await names('%')).toEqual(['100% sure_thing']);
    expect(await names('机器')).toEqual(['机器学习']);
    expect(await names('\\')).toEqual([]);
  });

  it('refuse cursors, limits and scopes that are none', async () => {
    for (const query of [
      'cursor=x',
      'cursor=WzFd',
      'limit=0',
      'limit=201',
      'limit=x',
      'scope=others',
      'x=1',
      'q=a&q=b',
    ])
      expect((await ann.get(`/api/rooms?${query}`)).status).toBe(422);
    const odd = Buffer.from('["a","not an id"]').toString('base64url');
    expect((await ann.get(`/api/rooms?cursor=${odd}`)).status).toBe(422);
  });

  it('of the user alone are the joined ones', async () => {
    const carol = await server.register('carol');
    expect((await carol.get<RoomPage>('/api/rooms?scope=mine')).body).toMatchObject({ items: [], total: 0 });
    const room = await carol.createRoom({ name: 'Of Carol' });
    const mine = (await carol.get<RoomPage>('/api/rooms?scope=mine')).body;
    expect(mine.items.map(({ id }) => id)).toEqual([room.id]);
    expect(mine.total).toBe(1);
  });
});
