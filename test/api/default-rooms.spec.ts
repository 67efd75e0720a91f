import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('the rooms of newcomers', () => {
  let server: TestServer;
  let owner: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
  });
  afterAll(() => server.stop());

  const set = (...rooms: Room[]) => owner.patch('/api/admin/settings', { defaultRoomIds: rooms.map(({ id }) => id) });
  const roomsOf = async (user: ChatUser): Promise<string[]> =>
    (await body(user.get<RoomPage>('/api/rooms?scope=mine'))).items.map(({ name }) => name);

  it('cannot be such as newcomers could not join', async () => {
    const closed = await owner.createRoom({ visibility: 'private' });
    const archived = await owner.createRoom();
    await owner.put(`/api/rooms/${archived.id}/archive`);
    const unknown = { ...closed, id: '019a0000-0000-7000-8000-000000000000' };
    for (const room of [closed, archived, unknown]) {
      const { status, body: problem } = await set(room);
      expect([status, problem.errors]).toMatchObject([422, [{ field: 'defaultRoomIds', code: 'invalid' }]]);
    }
    expect(await body(owner.get('/api/admin/settings'))).toMatchObject({ defaultRoomIds: [] });
  });

  it('are theirs from the first moment, with nothing unread, and others see them come', async () => {
    const [general, news] = [await owner.createRoom({ name: 'General' }), await owner.createRoom({ name: 'News' })];
    await owner.send(general.chatPost.id, 'before');
    expect((await set(news, general)).status).toBe(200);
    const socket = await owner.connect();
    const ann = await server.register('ann');
    expect(await roomsOf(ann)).toEqual(['General', 'News']);
    const shown = await body(ann.get<Room>(`/api/rooms/${general.id}`));
    expect([shown.myRole, shown.unread, shown.memberCount]).toEqual(['member', 0, 2]);
    await socket.waitFor('membership', ({ user, roomId }) => user.id === ann.id && roomId === news.id);
  });

  it('that are deleted, archived or private meanwhile are passed over, and come back', async () => {
    const rooms = await Promise.all(['Stays', 'Gone', 'Old', 'Secret'].map((name) => owner.createRoom({ name })));
    const [stays, gone, old, secret] = rooms as [Room, Room, Room, Room];
    await set(...rooms);
    await owner.post(`/api/rooms/${gone.id}/deletion`, { confirmName: 'Gone' });
    await owner.put(`/api/rooms/${old.id}/archive`);
    await owner.patch(`/api/rooms/${secret.id}`, { visibility: 'private' });
    expect(await roomsOf(await server.register('bob'))).toEqual(['Stays']);
    expect((await owner.patch('/api/admin/settings', { name: 'Other' })).status).toBe(200);
    await owner.delete(`/api/rooms/${old.id}/archive`);
    expect(await roomsOf(await server.register('cem'))).toEqual(['Old', 'Stays']);
    await owner.post(`/api/rooms/${stays.id}/deletion`, { confirmName: 'Stays' });
  });

  it('take many who come at once', async () => {
    const [one, two] = [await owner.createRoom(), await owner.createRoom()];
    await set(one, two);
    await server.registerAll(...Array.from({ length: 8 }, (_, n) => `many${n}`));
    for (const { id } of [one, two]) {
      expect((await body(owner.get<Room>(`/api/rooms/${id}`))).memberCount).toBe(9);
    }
  });
});
