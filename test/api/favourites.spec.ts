import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { pause } from '../kit/api/chat-client.js';
import { TestServer } from '../kit/api/test-server.js';

describe('favourites', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
  });

  const path = (of = room): string => `/api/rooms/${of.id}/favourite`;
  const isFavourite = async (user: ChatUser): Promise<boolean | undefined> =>
    (await user.get<Room>(`/api/rooms/${room.id}`)).body.isFavourite;

  it('are of rooms that one belongs to', async () => {
    expect((await server.ask(path(), { method: 'PUT' })).status).toBe(401);
    expect((await bob.put(path())).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await bob.delete(path())).status).toBe(403);
    expect((await ann.put('/api/rooms/no-such-room/favourite')).status).toBe(404);
    const closed = await ann.createRoom({ visibility: 'private' });
    expect((await bob.put(path(closed))).status).toBe(404);
    expect([await isFavourite(ann), await isFavourite(bob)]).toEqual([false, undefined]);
  });

  it('are put, kept and taken, for their user alone, however often', async () => {
    await bob.join(room.slug);
    const [own, others] = [await bob.connect(), await ann.connect()];
    for (let time = 0; time < 2; time += 1) expect((await bob.put(path())).status).toBe(204);
    await own.waitFor('favourite', (frame) => frame.isFavourite);
    expect([await isFavourite(ann), await isFavourite(bob)]).toEqual([false, true]);
    const { items } = (await bob.get<RoomPage>('/api/rooms?scope=mine')).body;
    expect(items.find(({ id }) => id === room.id)?.isFavourite).toBe(true);
    for (let time = 0; time < 2; time += 1) expect((await bob.delete(path())).status).toBe(204);
    await own.waitFor('favourite', (frame) => !frame.isFavourite);
    await pause(300);
    expect(own.all('favourite')).toHaveLength(2);
    expect(others.all('favourite')).toEqual([]);
    expect(await isFavourite(bob)).toBe(false);
  });

  it('are numbered, so that of two words on them the later one is known, whichever comes first', async () => {
    await bob.join(room.slug);
    const own = await bob.connect();
    const versionOf = async () => (await bob.get<Room>(`/api/rooms/${room.id}`)).body.favouriteVersion;
    const begun = await versionOf();
    await bob.put(path());
    await bob.put(path());
    expect((await own.waitFor('favourite', (frame) => frame.isFavourite)).version).toBe(begun! + 1);
    expect(await versionOf()).toBe(begun! + 1);
    await bob.delete(path());
    expect((await own.waitFor('favourite', (frame) => !frame.isFavourite)).version).toBe(begun! + 2);
    await bob.delete(`/api/rooms/${room.id}/membership`);
    expect(await versionOf()).toBeUndefined();
    await bob.join(room.slug);
    expect(await versionOf()).toBe(begun! + 3);
  });

  it('come with the sync of who was away, and end with the membership', async () => {
    await bob.join(room.slug);
    const { cursor } = await body(bob.get<Sync>('/api/sync'));
    await bob.put(path());
    const { rooms } = await body(bob.get<Sync>(`/api/sync?since=${cursor}`));
    expect(rooms).toContainEqual(expect.objectContaining({ id: room.id, isFavourite: true }));
    await bob.delete(`/api/rooms/${room.id}/membership`);
    await bob.join(room.slug);
    expect(await isFavourite(bob)).toBe(false);
  });
});
