import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Post } from '#contracts/post.dto.js';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { temporaryFolder } from '../kit/program.js';

describe('faults of the original, in names and presence', () => {
  const folder = temporaryFolder();
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start({ DATA_DIR: folder.path });
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  const odd = [
    '测试房间',
    'my room',
    'a-b',
    'x/y',
    '..',
    '../../etc',
    'x'.repeat(80),
    '#',
    '%2f',
    "'; drop table rooms; --",
  ];

  it.each(odd)('D8, D10: the chat of a room called %j works, also after it was renamed', async (name) => {
    const room = await ann.createRoom({ name });
    await bob.join(room.slug);
    const bobs = await bob.open(room.chatPost.id);
    const anns = await ann.open((await ann.get<Room>(`/api/rooms/${encodeURIComponent(room.slug)}`)).body.chatPost.id);
    await anns.done('message:send', { postId: room.chatPost.id, clientId: randomUUID(), text: 'before' });
    await bobs.waitFor('messages', ({ items }) => items[0]?.text === 'before');
    await ann.patch(`/api/rooms/${room.id}`, { name: `${name.slice(0, 70)} 改名/2` });
    await anns.done('message:send', { postId: room.chatPost.id, clientId: randomUUID(), text: 'after' });
    await bobs.waitFor('messages', ({ items }) => items[0]?.text === 'after');
  });

  it.each(odd)('D10: a post called %j opens by its address', async (title) => {
    const room = await ann.createRoom();
    const post = await ann.createPost(room.id, { title });
    const { body } = await bob.get<Post>(`/api/rooms/${room.slug}/posts/${encodeURIComponent(post.slug)}`);
    expect(body).toMatchObject({ id: post.id, title });
    expect(post.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
  });

  it('D10: no name keeps anybody from the list of rooms', async () => {
    const { status, body } = await bob.get<RoomPage>('/api/rooms?limit=200');
    expect(status).toBe(200);
    expect(body.items.length).toBeGreaterThanOrEqual(odd.length);
  });

  it('D16: names reach no path: a room called .. touches no file, renamed or not', async () => {
    const before = readdirSync(folder.path, { recursive: true }).sort();
    expect(before.length).toBeGreaterThan(0);
    for (const name of ['..', '../..', '/', '.', 'media', folder.path.slice(0, 80)]) {
      const room = await ann.createRoom({ name });
      await ann.patch(`/api/rooms/${room.id}`, { name: '../../other' });
      expect((await bob.patch(`/api/rooms/${room.id}`, { name: '..' })).status).toBe(403);
    }
    expect(readdirSync(folder.path, { recursive: true }).sort()).toEqual(before);
    expect(existsSync(folder.path)).toBe(true);
  });

  it('D17: closing one of two tabs leaves the user online; after a kill nobody is left over', async () => {
    const carol = await server.register('carol');
    const watcher = await ann.connect();
    const tabs = [await carol.connect(), await carol.connect()];
    const online = async (client: ChatClient): Promise<string[]> =>
      (await client.done('presence:watch', { userIds: [carol.id] })).online;
    tabs[0]!.close();
    await pause(5_500);
    expect(await online(watcher)).toEqual([carol.id]);
    tabs[1]!.close();
    await watcher.waitFor('presence', ({ userId, online: isOnline }) => userId === carol.id && !isOnline, 7_000);
    expect(await online(watcher)).toEqual([]);
    expect(
      await server.sql(`select table_name from information_schema.tables where table_name like '%online%'`),
    ).toEqual([]);
  });

  it('D18: who speaks for the first time makes nobody fetch anew: the message itself comes, and it is stored', async () => {
    const room = await ann.createRoom();
    const anns = await ann.open(room.chatPost.id);
    await bob.join(room.slug);
    const sent = await bob.send(room.chatPost.id, 'first words');
    const frame = await anns.waitFor('messages');
    expect(frame).toMatchObject({ prevRev: sent.rev - 1, rev: sent.rev });
    expect(frame.items).toEqual([sent]);
    const { items } = (await ann.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`)).body;
    expect(items.at(-1)).toEqual(sent);
    const known = new Set(['messages', 'activity', 'membership', 'room', 'read', 'post', 'presence']);
    expect(anns.heard.filter(({ event }) => !known.has(event))).toEqual([]);
  });
});

// D31, `ws://` hard-coded, is a matter of the page: see test/browser/coming-and-going.spec.ts.
