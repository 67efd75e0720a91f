import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import { ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { Reader } from '../kit/api/reader.js';
import { TestServer } from '../kit/api/test-server.js';

describe('a process killed between commit and fan-out', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom();
    await bob.join(room.slug);
  });
  afterAll(() => server.stop());

  const connect = (user: ChatUser): Promise<ChatClient> =>
    ChatClient.connect(server.address, { token: user.token, protocol: 1 });
  const waiting = (): Promise<{ event: string; pending: string[] }[]> =>
    server.sql('select event, pending from outbox');

  it('loses no message: a reader gets it once with its rev, and the sender the same one with its key', async () => {
    await server.restart('SIGTERM', { FAIL_POINT: 'message-committed' });
    const reader = await Reader.open(bob, room.chatPost.id, await connect(bob));
    const writer = await connect(ann);
    const clientId = randomUUID();
    writer.socket.emit('message:send', { postId: room.chatPost.id, clientId, text: 'committed' }, () => {
      throw new Error('It was acknowledged.');
    });
    await server.ended;
    expect(reader.list.map(({ text }) => text)).not.toContain('committed');
    await server.restart();
    const back = await connect(bob);
    const caught = await reader.catchUp(back);
    expect(caught.items.map(({ text, seq }) => [text, seq])).toEqual([['committed', 2]]);
    expect((await reader.catchUp(back)).items).toEqual([]);
    const again = await connect(ann);
    const { message } = await again.done('message:send', { postId: room.chatPost.id, clientId, text: 'committed' });
    expect(message).toEqual(caught.items[0]);
    await pause(500);
    expect(back.all('messages')).toEqual([]);
    expect(await server.sql('select count(*)::int as n from messages where client_id = $1', [clientId])).toEqual([
      { n: 1 },
    ]);
  });

  it('loses no event: after the restart each has its effect, once', async () => {
    await server.restart('SIGTERM', { FAIL_POINT: 'outbox-committed' });
    const headers = { authorization: `Bearer ${ann.token}` };
    const made = server.ask('/api/rooms', { method: 'POST', headers, body: { name: 'Made by the dying' } });
    await expect(made).rejects.toThrow();
    await server.ended;
    const left = await waiting();
    expect(left.map(({ event }) => event).sort()).toEqual(['PostCreated', 'RoomCreated']);
    // A start may take longer than the grace of a dead node; nobody would be there yet to hear.
    await server.sql(`update outbox set due_at = 'infinity'`);
    await server.restart();
    const seen = await connect(bob);
    await server.sql('update outbox set due_at = now()');
    await seen.waitFor('room', ({ name }) => name === 'Made by the dying', 8_000);
    const end = Date.now() + 8_000;
    while ((await waiting()).length > 0 && Date.now() < end) await pause(50);
    expect(await waiting()).toEqual([]);
    await pause(1_500);
    expect(seen.all('room').filter(({ name }) => name === 'Made by the dying')).toHaveLength(1);
    const rooms = await server.sql<{ chats: number; welcomes: number }>(
      `select (select count(*)::int from posts p where p.room_id = r.id) as chats,
         (select count(*)::int from messages m join post_heads h using (post_id) where h.room_id = r.id) as welcomes
       from rooms r where r.name = 'Made by the dying'`,
    );
    expect(rooms).toEqual([{ chats: 1, welcomes: 1 }]);
  });

  it('lets people go on: numbers are gapless, and nobody who is gone is online', async () => {
    const writer = await connect(ann);
    const { message } = await writer.done('message:send', {
      postId: room.chatPost.id,
      clientId: randomUUID(),
      text: 'on',
    });
    expect(message.seq).toBe(3);
    expect((await writer.done('presence:watch', { userIds: [ann.id, bob.id] })).online).toContain(ann.id);
  });
});
