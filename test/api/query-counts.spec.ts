import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MembersController } from '../../server/rooms/members.controller.js';
import { Memberships } from '../../server/rooms/memberships.js';
import { MessageHistory } from '../../server/messages/message-history.js';
import { SharedFilesService } from '../../server/messages/shared-files.service.js';
import { MessagesService } from '../../server/messages/messages.service.js';
import { PermissionKeeper } from '../../server/realtime/gateways/permission-keeper.js';
import { PostFounder } from '../../server/posts/post-founder.js';
import { PostPeopleService } from '../../server/sync/post-people.service.js';
import { PostLists } from '../../server/sync/post-lists.js';
import { RoomFounder } from '../../server/rooms/room-founder.js';
import { RoomsController } from '../../server/sync/rooms.controller.js';
import { Transactions } from '../../server/database/transactions.js';
import { SyncService } from '../../server/sync/sync.service.js';
import { startApp, type TestApp } from '../kit/app.js';
import { countStatements } from '../kit/statements.js';

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

  /** A room with this many members, posts (a fifth as many), messages, writers and files. */
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
    await addWritersAndFiles(chatPost.id);
    return roomId;
  }

  async function addWritersAndFiles(postId: string): Promise<void> {
    const transactions = program.app.get(Transactions);
    await transactions.query(
      `update messages m set author_id = rm.user_id
       from post_heads h join (select room_id, user_id, row_number() over (partition by room_id) + 1 as n from room_members) rm using (room_id)
       where m.post_id = $1 and h.post_id = $1 and m.seq = rm.n`,
      [postId],
    );
    await transactions.query(
      `insert into attachments (id, room_id, post_id, message_id, uploader_id, name, mime, size, state, created_at)
       select gen_random_uuid(), h.room_id, m.post_id, m.id, m.author_id, 'a.txt', 'text/plain', 1, 'ready', now()
       from messages m join post_heads h using (post_id) where m.post_id = $1`,
      [postId],
    );
  }

  const principal = () => ({ userId, sessionId: randomUUID(), role: 'member', status: 'active' }) as const;

  const statements = (work: (roomId: string) => Promise<unknown>, roomId: string): Promise<number> =>
    countStatements(() => work(roomId));

  const answers: [string, (roomId: string) => Promise<unknown>][] = [
    ['a room', (roomId) => program.app.get(RoomsController).show(principal(), roomId)],
    ['the list of rooms', () => program.app.get(RoomsController).list(principal(), { limit: 200 })],
    ['members', (roomId) => program.app.get(MembersController).list(principal(), roomId, { limit: 200 })],
    ['posts', (roomId) => program.app.get(PostLists).page(userId, roomId, { limit: 200 })],
    ['everything at once', () => program.app.get(SyncService).since(userId, undefined)],
    ['history', (roomId) => history(roomId, { limit: 200 })],
    ['files of a room', (roomId) => program.app.get(SharedFilesService).ofRoom(userId, roomId, { limit: 200 })],
    ['files of a post', async (roomId) => program.app.get(SharedFilesService).ofPost(userId, await chatOf(roomId), {})],
    ['people of a post', async (roomId) => program.app.get(PostPeopleService).list(userId, await chatOf(roomId), {})],
    ['the round over all sockets', () => program.app.get(PermissionKeeper).confirm()],
  ];

  async function chatOf(roomId: string): Promise<string> {
    return (await program.app.get(RoomsController).show(principal(), roomId)).chatPost.id;
  }

  async function history(roomId: string, query: { limit: number }): Promise<unknown> {
    return program.app.get(MessageHistory).page(userId, await chatOf(roomId), query);
  }

  it.each(answers)('for %s is the same with 2 and with 200', async (_, work) => {
    await work(small);
    await work(large);
    const [few, many] = [await statements(work, small), await statements(work, large)];
    expect(many).toBe(few);
    expect(many).toBeLessThan(25);
  });

  it('is of lists that are long', async () => {
    const postId = await chatOf(large);
    expect((await program.app.get(SharedFilesService).ofPost(userId, postId, {})).total).toBeGreaterThan(199);
    expect((await program.app.get(PostPeopleService).list(userId, postId, {})).total).toBeGreaterThan(199);
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
