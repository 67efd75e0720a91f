import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { MembersController } from '../../server/rooms/members.controller.js';
import { Memberships } from '../../server/rooms/memberships.js';
import { MessageHistory } from '../../server/messages/message-history.js';
import { MessagesService } from '../../server/messages/messages.service.js';
import { PermissionKeeper } from '../../server/realtime/gateways/permission-keeper.js';
import { PostFounder } from '../../server/posts/post-founder.js';
import { PostLists } from '../../server/sync/post-lists.js';
import { RoomFounder } from '../../server/rooms/room-founder.js';
import { RoomsController } from '../../server/sync/rooms.controller.js';
import { SyncService } from '../../server/sync/sync.service.js';
import { startApp, type TestApp } from '../kit/app.js';

describe('the number of statements', () => {
  let program: TestApp;
  let userId: string;
  let small: string;
  let large: string;

  beforeAll(async () => {
    program = await startApp();
    userId = await program.makeUser('ann');
    small = await fill(2);
    large = await fill(200);
  }, 120_000);
  afterAll(() => program.close());

  /** A room with this many members, posts (a fifth as many) and messages. */
  async function fill(size: number): Promise<string> {
    const { app } = program;
    const roomId = await app.get(RoomFounder).create(userId, { name: `Of ${size}` });
    for (let count = 1; count < size; count += 1) {
      const memberId = await program.makeUser(`member${count}of${size}`);
      await app.get(Memberships).join(roomId, memberId, 'member');
    }
    for (let count = 0; count < size / 5; count += 1)
      await app.get(PostFounder).create(userId, roomId, { title: `Topic ${count}`, tags: ['a', `b${count}`] });
    const { chatPost } = await app.get(RoomsController).show(principal(), roomId);
    const messages = app.get(MessagesService);
    let replyToId: string | undefined;
    for (let count = 0; count < size; count += 1) {
      const wish = { clientId: randomUUID(), text: `message ${count}`, ...(replyToId && { replyToId }) };
      replyToId = (await (await messages.send(userId, chatPost.id, wish)).stored).id;
    }
    return roomId;
  }

  const principal = () => ({ userId, sessionId: randomUUID(), role: 'member', status: 'active' }) as const;

  /** The fewest of several tries: what goes on beside, such as the outbox, asks now and then. */
  async function statements(work: (roomId: string) => Promise<unknown>, roomId: string): Promise<number> {
    const query = jest.spyOn(pg.Client.prototype, 'query');
    const counted: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      query.mockClear();
      await work(roomId);
      counted.push(query.mock.calls.length);
    }
    query.mockRestore();
    return Math.min(...counted);
  }

  const answers: [string, (roomId: string) => Promise<unknown>][] = [
    ['a room', (roomId) => program.app.get(RoomsController).show(principal(), roomId)],
    ['the list of rooms', () => program.app.get(RoomsController).list(principal(), { limit: 200 })],
    ['members', (roomId) => program.app.get(MembersController).list(principal(), roomId, { limit: 200 })],
    ['posts', (roomId) => program.app.get(PostLists).page(userId, roomId, { limit: 200 })],
    ['everything at once', () => program.app.get(SyncService).since(userId, undefined)],
    ['history', (roomId) => history(roomId, { limit: 200 })],
    ['the round over all sockets', () => program.app.get(PermissionKeeper).confirm()],
  ];

  async function history(roomId: string, query: { limit: number }): Promise<unknown> {
    const { chatPost } = await program.app.get(RoomsController).show(principal(), roomId);
    return program.app.get(MessageHistory).page(userId, chatPost.id, query);
  }

  it.each(answers)('for %s is the same with 2 and with 200', async (_, work) => {
    await work(small);
    await work(large);
    const [few, many] = [await statements(work, small), await statements(work, large)];
    expect(many).toBe(few);
    expect(many).toBeLessThan(25);
  });

  it('is counted: a loop of queries would be seen', async () => {
    const loop = async (): Promise<void> => {
      for (let count = 0; count < 3; count += 1) await program.app.get(RoomsController).list(principal(), {});
    };
    const once = await statements(() => program.app.get(RoomsController).list(principal(), {}), small);
    expect(once).toBeGreaterThan(1);
    expect(await statements(loop, small)).toBe(3 * once);
  });
});
