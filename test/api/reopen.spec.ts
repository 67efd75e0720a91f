import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Room } from '#contracts/room.dto.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { Reader } from '../kit/api/reader.js';
import { TestServer } from '../kit/api/test-server.js';

describe('a post that is asked for again while the database does not answer', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom({ visibility: 'private' });
    await ann.add(room.slug, bob);
  });
  afterAll(() => server.stop());

  it('goes on being heard by who had it open', async () => {
    const reader = await Reader.open(bob, room.chatPost.id);
    const unlock = await server.lock('messages');
    const answer = await reader.client.ask('post:open', { postId: room.chatPost.id, rev: reader.rev });
    await unlock();
    expect(answer).toMatchObject({ ok: false, error: { code: 'busy' } });
    const { rev } = await ann.send(room.chatPost.id, 'still there?');
    await reader.reaches(rev);
    expect(reader.list.at(-1)?.text).toBe('still there?');
  });

  it('is not heard by who asks for the first time', async () => {
    const socket = await bob.connect();
    const unlock = await server.lock('messages');
    const answer = await socket.ask('post:open', { postId: room.chatPost.id });
    await unlock();
    expect(answer).toMatchObject({ ok: false, error: { code: 'busy' } });
    const reader = await Reader.open(ann, room.chatPost.id);
    const { rev } = await ann.send(room.chatPost.id, 'nobody asked');
    await reader.reaches(rev);
    expect(socket.all('messages')).toEqual([]);
  });
});
