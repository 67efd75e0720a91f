import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Room } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import type { UserPage } from '#contracts/user.dto.js';
import { body } from '../kit/api/answer.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('requests to join', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let carol: ChatUser;
  let dave: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, carol, dave] = await server.registerAll('ann', 'bob', 'carol', 'dave');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom({ visibility: 'private' });
    await ann.add(room.id, bob);
    await ann.add(room.id, carol);
    await ann.put(`/api/rooms/${room.id}/members/${bob.name}`, { role: 'moderator' });
  });

  const ask = (user: ChatUser) => user.post(`/api/rooms/${room.slug}/requests`);
  const counts = (client: ChatClient): number[] => client.all('requests').map(({ count }) => count);
  const hears = (client: ChatClient, wanted: number) =>
    client.waitFor('requests', ({ roomId, count }) => roomId === room.id && count === wanted);

  it('are told to owner and moderators at once, and to nobody else', async () => {
    const [anns, bobs, carols, daves] = await Promise.all([ann, bob, carol, dave].map((user) => user.connect()));
    for (let time = 0; time < 2; time += 1) expect((await ask(dave)).status).toBe(202);
    await Promise.all([hears(anns!, 1), hears(bobs!, 1)]);
    expect((await ann.get<Room>(`/api/rooms/${room.id}`)).body.requestCount).toBe(1);
    expect((await carol.get<Room>(`/api/rooms/${room.id}`)).body.requestCount).toBeUndefined();
    expect((await bob.get<UserPage>(`/api/rooms/${room.id}/requests`)).body.items.map(({ id }) => id)).toEqual([
      dave.id,
    ]);
    await pause(200);
    expect([counts(anns!), counts(carols!), counts(daves!)]).toEqual([[1], [], []]);
  });

  it('are accepted or turned down, and the other keepers hear of that', async () => {
    await ask(dave);
    const [anns, bobs] = [await ann.connect(), await bob.connect()];
    expect((await carol.delete(`/api/rooms/${room.id}/requests/${dave.name}`)).status).toBe(403);
    expect((await dave.delete(`/api/rooms/${room.id}/requests/${dave.name}`)).status).toBe(404);
    expect((await bob.delete(`/api/rooms/${room.id}/requests/${dave.name}`)).status).toBe(204);
    await hears(anns, 0);
    expect((await dave.get(`/api/rooms/${room.slug}`)).status).toBe(404);
    await ask(dave);
    await hears(bobs, 1);
    anns.forget();
    await ann.add(room.id, dave);
    await hears(anns, 0);
    expect((await dave.get<Room>(`/api/rooms/${room.slug}`)).body.myRole).toBe('member');
  });

  it('come with the sync of a keeper who was away', async () => {
    const { cursor } = await body(bob.get<Sync>('/api/sync'));
    await ask(dave);
    const { rooms } = await body(bob.get<Sync>(`/api/sync?since=${cursor}`));
    expect(rooms).toContainEqual(expect.objectContaining({ id: room.id, requestCount: 1 }));
  });

  it('are over once everybody may join', async () => {
    await ask(dave);
    const anns = await ann.connect();
    await ann.patch(`/api/rooms/${room.id}`, { visibility: 'public' });
    await hears(anns, 0);
    expect((await ann.get<UserPage>(`/api/rooms/${room.id}/requests`)).body.items).toEqual([]);
  });

  it('are told to who becomes a moderator', async () => {
    await ask(dave);
    const carols = await carol.connect();
    await ann.put(`/api/rooms/${room.id}/members/${carol.name}`, { role: 'moderator' });
    await hears(carols, 1);
  });
});
