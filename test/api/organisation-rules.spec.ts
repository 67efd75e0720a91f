import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('what the organisation says', () => {
  let server: TestServer;
  let owner: ChatUser;
  let admin: ChatUser;
  let member: ChatUser;
  let room: Room;
  let message: Message;

  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
    [admin, member] = await server.registerAll('admin', 'member');
    await body(owner.patch(`/api/admin/users/${admin.id}`, { role: 'admin' }));
    room = await owner.createRoom();
    await member.join(room.slug);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    message = await member.send(room.chatPost.id, 'first');
  });

  const say = (settings: object) => body(owner.patch('/api/admin/settings', settings));
  const edit = (text: string) => member.patch<Message>(`/api/messages/${message.id}`, { text });
  const isOld = (minutes: number) =>
    server.sql(`update messages set created_at = now() - $2 * interval '1 minute' where id = $1`, [
      message.id,
      minutes,
    ]);
  const textNow = async (): Promise<string | undefined> =>
    (await body(member.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`))).items.at(-1)?.text;

  it('keeps messages from being edited after its time, and lets them be recalled', async () => {
    await say({ editWindowMinutes: 10 });
    await isOld(9);
    expect((await edit('second')).status).toBe(200);
    await isOld(11);
    expect((await edit('third')).body).toMatchObject({ status: 409, code: 'edit_window_over' });
    expect(await textNow()).toBe('second');
    // The answer to the edit before may have been lost.
    expect((await edit('second')).status).toBe(200);
    expect((await body(member.post<Message>(`/api/messages/${message.id}/recall`))).state).toBe('recalled');
  });

  it('keeps them from being edited at all, or never', async () => {
    await say({ editWindowMinutes: 0 });
    expect((await edit('second')).body).toMatchObject({ code: 'edit_window_over' });
    await say({ editWindowMinutes: null });
    await isOld(525_600);
    expect((await edit('second')).status).toBe(200);
  });

  it('keeps members from making rooms, admins not', async () => {
    await say({ whoMayCreateRooms: 'admins' });
    const refused = await member.post('/api/rooms', { name: 'Refused' });
    expect(refused.body).toMatchObject({ status: 403, code: 'forbidden', detail: expect.stringContaining('admins') });
    expect((await body(member.get<RoomPage>('/api/rooms?q=refused'))).items).toEqual([]);
    for (const user of [owner, admin]) expect((await user.post('/api/rooms', { name: 'Made' })).status).toBe(201);
    await say({ whoMayCreateRooms: 'everyone' });
    expect((await member.post('/api/rooms', { name: 'Made' })).status).toBe(201);
  });
});
