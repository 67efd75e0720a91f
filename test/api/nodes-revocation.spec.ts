import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { startWithRedis } from '../kit/api/nodes.js';
import type { TestServer } from '../kit/api/test-server.js';
import type { TestRedis } from '../kit/redis.js';

describe('somebody on another node who may no longer read', () => {
  let redis: TestRedis;
  let server: TestServer;
  let there: string;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;
  let postId: string;
  let bobs: ChatClient;

  beforeAll(async () => {
    ({ redis, server } = await startWithRedis());
    there = (await server.startBeside({})).address;
    ann = await server.register('ann');
  });
  beforeEach(async () => {
    bob = (await server.register('bob')).at(there);
    room = await ann.createRoom();
    postId = room.chatPost.id;
    await bob.join(room.slug);
    bobs = await bob.open(postId);
    await bobs.done('message:send', { postId, clientId: randomUUID(), text: 'before' });
  });
  afterAll(() => server.stop());

  /** Within a second of the change nothing more of the room is heard or done. */
  async function isCutOff(client: ChatClient): Promise<void> {
    await client.waitFor('room:deleted', ({ roomId }) => roomId === room.id, 1_000);
    const send = { postId, clientId: randomUUID(), text: 'x' };
    expect((await client.askAnything('message:send', send)).error?.code).toBe('not_found');
    expect((await client.askAnything('post:open', { postId })).error?.code).toBe('not_found');
    client.forget();
    await ann.send(postId, 'after');
    await ann.patch(`/api/rooms/${room.id}`, { about: 'after' });
    await pause(1_200);
    expect(client.heard).toEqual([]);
  }

  it('because they were removed from a private room is cut off within a second', async () => {
    await ann.patch(`/api/rooms/${room.id}`, { visibility: 'private' });
    await ann.delete(`/api/rooms/${room.id}/members/${bob.name}`);
    await isCutOff(bobs);
    expect((await bob.get(`/api/rooms/${room.id}`)).status).toBe(404);
  });

  it('because a room became private, having only visited, is cut off within a second', async () => {
    const eve = (await server.register('eve')).at(there);
    const eves = await eve.open(postId);
    await ann.patch(`/api/rooms/${room.id}`, { visibility: 'private' });
    await isCutOff(eves);
    expect(bobs.all('messages').at(-1)?.items[0]?.text).toBe('after');
    expect(bobs.all('room:deleted')).toEqual([]);
  });

  it('because their session was ended is disconnected within a second, and refused', async () => {
    await bob.at(server.address).post('/api/auth/logout');
    expect(await bobs.waitFor('session:ended', undefined, 1_000)).toEqual({ reason: 'signed_out' });
    await bobs.closed(1_000);
    expect((await bob.get('/api/users/me')).status).toBe(401);
  });

  it('because their account was put out of use is disconnected within a second, and refused', async () => {
    await ann.patch(`/api/admin/users/${bob.id}`, { status: 'deactivated' });
    expect(await bobs.waitFor('session:ended', undefined, 1_000)).toEqual({ reason: 'deactivated' });
    expect((await bob.get('/api/users/me')).status).toBe(401);
  });

  it('is cut off within ten seconds while Redis is away', async () => {
    const eve = (await server.register('eve')).at(there);
    const eves = await eve.connect();
    await redis.stop();
    await ann.patch(`/api/rooms/${room.id}`, { visibility: 'private' });
    await ann.delete(`/api/rooms/${room.id}/members/${bob.name}`);
    await eve.at(server.address).post('/api/auth/logout');
    const begun = performance.now();
    await bobs.waitFor('room:deleted', ({ roomId }) => roomId === room.id, 10_000);
    await eves.closed(10_000);
    expect(performance.now() - begun).toBeLessThan(10_000);
    await isCutOff(bobs);
    await redis.restart();
  }, 30_000);
});
