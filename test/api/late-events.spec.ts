import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('an event that is handled late, when it is true no more', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    ann = await server.register('ann');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    bob = await server.register('bob');
    room = await ann.createRoom({ visibility: 'private' });
    await ann.add(room.id, bob);
  });

  /** Leaves it in the outbox as a node that died before it ran the listener, and waits until another did. */
  async function handleLate(event: string, listener: string, payload: object): Promise<void> {
    await server.sql(
      `insert into outbox (id, event, payload, pending, due_at, created_at) values ($1, $2, $3, $4, now(), now())`,
      [randomUUID(), event, payload, [listener]],
    );
    const end = Date.now() + 5_000;
    while ((await server.sql('select from outbox where $1 = any(pending)', [listener])).length > 0) {
      if (Date.now() > end) throw new Error(`${listener} does not run.`);
      await pause(20);
    }
  }

  async function hearsTheRoom(client: ChatClient): Promise<boolean> {
    client.forget();
    await ann.send(room.chatPost.id, 'hello');
    await pause(300);
    return client.all('activity').some(({ roomId }) => roomId === room.id);
  }

  it('does not let a former member hear a private room again', async () => {
    const bobs = await bob.open(room.chatPost.id);
    expect(await hearsTheRoom(bobs)).toBe(true);
    await ann.delete(`/api/rooms/${room.id}/members/${bob.name}`);
    await bobs.waitFor('room:deleted', ({ roomId }) => roomId === room.id);
    bobs.forget();
    await handleLate('MemberJoined', 'TellRoomWhenMemberJoined', { roomId: room.id, userId: bob.id });
    expect(bobs.all('room')).toEqual([]);
    expect(await hearsTheRoom(bobs)).toBe(false);
  });

  it('does not take a member who came back off the room', async () => {
    const bobs = await bob.open(room.chatPost.id);
    await handleLate('MemberLeft', 'TellRoomWhenMemberLeft', { roomId: room.id, userId: bob.id });
    expect(bobs.all('room:deleted')).toEqual([]);
    expect(await hearsTheRoom(bobs)).toBe(true);
    expect(bobs.all('messages')).toHaveLength(1);
  });

  it('does not hide a room that is public again from its visitors', async () => {
    const visitor = await server.register('visitor');
    room = await ann.createRoom();
    const sees = await visitor.open(room.chatPost.id);
    const payload = { roomId: room.id, visibilityBefore: 'public', visibilityNow: 'private' };
    await handleLate('RoomChanged', 'TellReadersWhenRoomChanged', payload);
    expect(sees.all('room:deleted')).toEqual([]);
    await ann.send(room.chatPost.id, 'still here');
    await sees.waitFor('messages', ({ items }) => items[0]?.text === 'still here');
  });
});
