import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('somebody who may no longer read a room', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;
  let bobs: ChatClient;

  beforeAll(async () => {
    server = await TestServer.start();
    ann = await server.register('ann');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    bob = await server.register('bob');
    room = await ann.createRoom();
    await bob.join(room.slug);
    bobs = await bob.open(room.chatPost.id);
    await ann.send(room.chatPost.id, 'before');
    await bobs.waitFor('messages', ({ items }) => items[0]?.text === 'before');
  });

  /** From a second after the change on, nothing of the room is heard or done. */
  async function isCutOff(client: ChatClient): Promise<void> {
    await pause(1_000);
    client.forget();
    await ann.send(room.chatPost.id, 'after');
    await ann.createPost(room.id);
    await ann.patch(`/api/rooms/${room.id}`, { about: 'after' });
    await pause(1_200);
    expect(client.heard.filter(({ event }) => event !== 'room:deleted')).toEqual([]);
  }

  it('because they were removed from a private one hears no more of it, and can do nothing there', async () => {
    await ann.patch(`/api/rooms/${room.id}`, { visibility: 'private' });
    const { id } = await bob.send(room.chatPost.id);
    await ann.delete(`/api/rooms/${room.id}/members/${bob.name}`);
    await bobs.waitFor('room:deleted', ({ roomId }) => roomId === room.id, 1_000);
    const postId = room.chatPost.id;
    for (const [event, payload] of [
      ['post:open', { postId }],
      ['message:send', { postId, clientId: randomUUID(), text: 'x' }],
      ['message:edit', { messageId: id, text: 'x' }],
      ['message:recall', { messageId: id }],
      ['post:read', { postId, seq: 1 }],
    ] as const)
      expect((await bobs.askAnything(event, payload)).error?.code).toBe('not_found');
    expect((await bob.get(`/api/rooms/${room.id}`)).status).toBe(404);
    await isCutOff(bobs);
  });

  it('because a public one became private, having only visited, hears no more of it', async () => {
    const eve = await server.register('eve');
    const eves = await eve.open(room.chatPost.id);
    await ann.send(room.chatPost.id, 'seen');
    await eves.waitFor('messages', ({ items }) => items[0]?.text === 'seen');
    await ann.patch(`/api/rooms/${room.id}`, { visibility: 'private' });
    await eves.waitFor('room:deleted', ({ roomId }) => roomId === room.id, 1_000);
    expect((await eves.askAnything('post:open', { postId: room.chatPost.id })).error?.code).toBe('not_found');
    await isCutOff(eves);
    expect(bobs.all('messages').at(-1)?.items[0]?.text).toBe('after');
    expect(bobs.all('room:deleted')).toEqual([]);
  });

  it('because their session ended is disconnected', async () => {
    await bob.post('/api/auth/logout');
    expect(await bobs.waitFor('session:ended', undefined, 1_000)).toEqual({ reason: 'signed_out' });
    await bobs.closed(1_000);
  });

  it('is found out by a change made past this node, within ten seconds', async () => {
    await server.sql(`update rooms set visibility = 'private' where id = $1`, [room.id]);
    await server.sql(`update room_members set left_at = now() where room_id = $1 and user_id = $2`, [room.id, bob.id]);
    await bobs.waitFor('room:deleted', ({ roomId }) => roomId === room.id, 10_000);
    await isCutOff(bobs);
  });

  it('is found out, having only visited, by a change made past this node, within ten seconds', async () => {
    const eve = await server.register('eve');
    const eves = await eve.open(room.chatPost.id);
    await server.sql(`update rooms set visibility = 'private' where id = $1`, [room.id]);
    await eves.waitFor('room:deleted', ({ roomId }) => roomId === room.id, 10_000);
    await isCutOff(eves);
    expect(bobs.all('room:deleted')).toEqual([]);
  });

  it('is disconnected when the session was ended past this node, within ten seconds', async () => {
    await server.sql(`update sessions set ended_at = now() where user_id = $1`, [bob.id]);
    await bobs.closed(10_000);
    expect(bobs.all('session:ended')).toHaveLength(1);
  });

  it('keeps a public one as a visitor, and hears of it only while a post is open', async () => {
    await ann.delete(`/api/rooms/${room.id}/members/${bob.name}`);
    await bobs.waitFor('membership', ({ leftAt }) => leftAt !== undefined, 1_000);
    await ann.send(room.chatPost.id, 'still public');
    await bobs.waitFor('messages', ({ items }) => items[0]?.text === 'still public');
    expect(
      (await bobs.askAnything('message:send', { postId: room.chatPost.id, clientId: randomUUID(), text: 'x' })).error
        ?.code,
    ).toBe('forbidden');
    await bobs.done('post:close', { postId: room.chatPost.id });
    bobs.forget();
    await ann.send(room.chatPost.id, 'after closing');
    await pause(1_200);
    expect(bobs.heard).toEqual([]);
  });
});
