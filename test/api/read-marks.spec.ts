import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import type { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('how far somebody has read', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let eve: ChatUser;
  let bobs: ChatClient;
  let room: Room;
  let post: Post;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, eve] = await server.registerAll('ann', 'bob', 'eve');
    bobs = await bob.connect();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await bob.join(room.slug);
    post = await ann.createPost(room.id);
    for (let count = 0; count < 5; count += 1) await ann.send(post.id);
  });

  const unread = async (user: ChatUser): Promise<number> =>
    (await user.get<Post>(`/api/rooms/${room.id}/posts/${post.slug}`)).body.unread;
  const read = (seq: number, client = bobs) => client.done('post:read', { postId: post.id, seq });

  it('is not kept for visitors, who have nothing unread', async () => {
    const socket = await eve.connect();
    expect(await socket.ask('post:read', { postId: post.id, seq: 3 })).toMatchObject({ error: { code: 'forbidden' } });
    expect(await socket.ask('post:unread', { postId: post.id, seq: 3 })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await unread(eve)).toBe(0);
    expect((await socket.done('post:open', { postId: post.id })).head).toMatchObject({ lastSeq: 5, readSeq: 5 });
    expect(await unread(bob)).toBe(5);
  });

  it('goes forward only, no further than the post does, and its version rises', async () => {
    const first = await read(2);
    expect(first.readSeq).toBe(2);
    expect(await unread(bob)).toBe(3);
    expect(await read(1)).toEqual(first);
    const far = await read(2_000_000_000);
    expect(far.readSeq).toBe(5);
    expect(far.version).toBeGreaterThan(first.version);
    expect(await unread(bob)).toBe(0);
    for (const seq of [-1, 1.5, '1', 2 ** 31, undefined])
      expect((await bobs.askAnything('post:read', { postId: post.id, seq })).error?.code).toBe('validation_failed');
  });

  it('goes back when asked to: the message named is the first unread one', async () => {
    const before = await read(5);
    const back = await bobs.done('post:unread', { postId: post.id, seq: 3 });
    expect(back).toMatchObject({ readSeq: 2 });
    expect(back.version).toBeGreaterThan(before.version);
    expect(await unread(bob)).toBe(3);
    expect(await bobs.done('post:unread', { postId: post.id, seq: 0 })).toMatchObject({ readSeq: 0 });
    expect(await unread(bob)).toBe(5);
  });

  it('is told to the other devices of the same person, and to nobody else', async () => {
    const [phone, anns] = [await bob.connect(), await ann.connect()];
    bobs.forget();
    const mark = await read(4);
    expect(await phone.waitFor('read', ({ postId }) => postId === post.id)).toEqual({
      ...{ postId: post.id, readSeq: mark.readSeq, version: mark.version },
    });
    expect(bobs.all('read')).toEqual([]);
    expect(anns.all('read')).toEqual([]);
  });

  it('moves with the own message, in the same moment, on all devices', async () => {
    const message = await bob.send(post.id);
    expect(await unread(bob)).toBe(0);
    await bobs.waitFor('read', ({ postId, readSeq }) => postId === post.id && readSeq === message.seq);
    expect(await unread(ann)).toBe(1);
  });

  it('starts at the end for who joins, in every post there is', async () => {
    await eve.join(room.slug);
    expect(await unread(eve)).toBe(0);
    expect((await eve.get<Room>(`/api/rooms/${room.id}`)).body.unread).toBe(0);
    await ann.send(post.id);
    await ann.send(room.chatPost.id);
    expect((await eve.get<Room>(`/api/rooms/${room.id}`)).body.unread).toBe(2);
    await eve.delete(`/api/rooms/${room.id}/membership`);
    await ann.send(post.id);
    await eve.join(room.slug);
    expect((await eve.get<Room>(`/api/rooms/${room.id}`)).body.unread).toBe(0);
  });

  it('starts at the beginning in a post that is new', async () => {
    const other = await ann.createPost(room.id);
    await ann.send(other.id);
    const { body } = await bob.get<Post>(`/api/rooms/${room.id}/posts/${other.slug}`);
    expect(body).toMatchObject({ lastSeq: 1, readSeq: 0, unread: 1 });
  });
});
