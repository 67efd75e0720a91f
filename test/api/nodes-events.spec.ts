import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { Reader } from '../kit/api/reader.js';
import { startWithRedis } from '../kit/api/nodes.js';
import type { TestServer } from '../kit/api/test-server.js';

/** Less than the rev loop takes: what comes within it came over the bus. */
const AT_ONCE = 1_000;

describe('two nodes', () => {
  let server: TestServer;
  let there: string;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;
  let postId: string;

  beforeAll(async () => {
    ({ server } = await startWithRedis());
    there = (await server.startBeside({})).address;
    ann = await server.register('ann');
    bob = (await server.register('bob')).at(there);
  });
  beforeEach(async () => {
    room = await ann.createRoom();
    postId = room.chatPost.id;
    await bob.join(room.slug);
  });
  afterAll(() => server.stop());

  it('show messages, edits and recalls to readers of each other at once', async () => {
    const reader = await Reader.open(bob, postId);
    const anns = await ann.connect();
    const { message } = await anns.done('message:send', { postId, clientId: randomUUID(), text: 'across' });
    await reader.reaches(message.rev, AT_ONCE);
    const { message: edited } = await anns.done('message:edit', { messageId: message.id, text: 'edited' });
    await reader.reaches(edited.rev, AT_ONCE);
    expect(reader.list.at(-1)).toEqual(edited);
    const { message: recalled } = await anns.done('message:recall', { messageId: message.id });
    await reader.reaches(recalled.rev, AT_ONCE);
    expect(reader.list.at(-1)).toMatchObject({ id: message.id, state: 'recalled', text: '' });
  });

  it('keep one order when people write on both at the same moment', async () => {
    const readers = [await Reader.open(ann, postId), await Reader.open(bob, postId)];
    const write = (client: ChatClient, name: string): Promise<unknown>[] =>
      Array.from({ length: 100 }, (_, count) =>
        client.done('message:send', { postId, clientId: randomUUID(), text: `${name} ${count}` }),
      );
    await Promise.all(readers.flatMap(({ client }, index) => write(client, `node ${index}`)));
    const [head] = await server.sql<{ rev: number }>('select rev from post_heads where post_id = $1', [postId]);
    for (const reader of readers) {
      await reader.reaches(head?.rev ?? 0, AT_ONCE);
      const seqs = reader.client.all('messages').flatMap(({ items }) => items.map(({ seq }) => seq));
      expect(seqs).toEqual(Array.from({ length: 200 }, (_, index) => index + reader.list.length - 199));
      expect(reader.gaps).toEqual([]);
    }
    expect(readers[0]?.list).toEqual(readers[1]?.list);
  });

  it('tell members of each other what happens in their rooms, with nothing open', async () => {
    const bobs = await bob.connect();
    await ann.send(postId, 'news');
    await bobs.waitFor('activity', ({ excerpt }) => excerpt === 'news', AT_ONCE);
    const post = await ann.createPost(room.id);
    expect(await bobs.waitFor('post', undefined, AT_ONCE)).toMatchObject({ id: post.id, title: 'Topic' });
    await ann.patch(`/api/rooms/${room.id}`, { about: 'Told across.' });
    await bobs.waitFor('room', ({ id, about }) => id === room.id && about === 'Told across.', AT_ONCE);
    const eve = await server.register('eve');
    await eve.join(room.slug);
    const joined = await bobs.waitFor('membership', ({ user }) => user.id === eve.id, AT_ONCE);
    expect(joined).toMatchObject({ roomId: room.id, role: 'member' });
    await pause(AT_ONCE);
    const told = bobs.all('activity').filter((frame) => frame.postId === postId);
    expect(told.map(({ excerpt }) => excerpt)).toEqual(['news']);
  });

  it('let a new member hear a private room of the other one from the first moment', async () => {
    const bobs = await bob.connect();
    const secret = await ann.createRoom({ name: 'Secret', visibility: 'private' });
    await ann.add(secret.id, bob);
    const isBobs = (heard: { roomId: string; user: { id: string } }) =>
      heard.roomId === secret.id && heard.user.id === bob.id;
    await bobs.waitFor('membership', isBobs, AT_ONCE);
    expect(await bobs.waitFor('room', ({ id }) => id === secret.id, AT_ONCE)).toMatchObject({ name: 'Secret' });
    await ann.send(secret.chatPost.id, 'among us');
    await bobs.waitFor('activity', ({ roomId }) => roomId === secret.id, AT_ONCE);
  });

  it('tell who is writing, and how far one has read on another device', async () => {
    const [anns, bobs] = [await ann.open(postId), await bob.open(postId)];
    bobs.socket.emit('typing', { postId });
    expect(await anns.waitFor('typing', undefined, AT_ONCE)).toEqual({ postId, userId: bob.id });
    const { seq } = await ann.send(postId);
    const here = await bob.at(server.address).connect();
    const { version } = await bobs.done('post:read', { postId, seq });
    expect(await here.waitFor('read', undefined, AT_ONCE)).toEqual({ postId, readSeq: seq, version });
    expect(bobs.all('read')).toEqual([]);
    const { message } = await bobs.done('message:send', { postId, clientId: randomUUID(), text: 'mine' });
    await here.waitFor('read', ({ readSeq }) => readSeq === message.seq, AT_ONCE);
  });

  it('write by what is true now: a post resolved on one is closed on the other', async () => {
    const post = await ann.createPost(room.id);
    const bobs = await bob.open(post.id);
    await bobs.done('message:send', { postId: post.id, clientId: randomUUID(), text: 'open' });
    await ann.patch(`/api/rooms/${room.id}/posts/${post.id}`, { state: 'resolved' });
    await bobs.waitFor('post', ({ state }) => state === 'resolved', AT_ONCE);
    const late = await bobs.askAnything('message:send', { postId: post.id, clientId: randomUUID(), text: 'late' });
    expect(late.error?.code).toBe('read_only');
  });
});
