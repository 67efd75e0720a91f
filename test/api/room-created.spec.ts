import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AnnounceRoomWhenRoomCreated } from '../../server/sync/announce-room-when-room-created.listener.js';
import { CreateChatPostWhenRoomCreated } from '../../server/posts/create-chat-post-when-room-created.listener.js';
import { RoomFounder } from '../../server/rooms/room-founder.js';
import { RoomViews } from '../../server/sync/room-views.js';
import { StartNumberingWhenPostCreated } from '../../server/messages/start-numbering-when-post-created.listener.js';
import { TellRoomWhenPostCreated } from '../../server/sync/tell-room-when-post-created.listener.js';
import { Transactions } from '../../server/database/transactions.js';
import { WelcomeRoomWhenChatPostCreated } from '../../server/messages/welcome-room-when-chat-post-created.listener.js';
import { pause } from '../kit/api/chat-client.js';
import { startApp, type TestApp } from '../kit/app.js';

const TABLES = [
  'rooms',
  'room_slugs',
  'room_members',
  'posts',
  'post_slugs',
  'post_heads',
  'messages',
  'read_marks',
  'outbox',
];

describe('making a room', () => {
  let program: TestApp;
  let userId: string;
  beforeAll(async () => {
    program = await startApp();
    userId = await program.makeUser('ann');
  });
  afterAll(() => program.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function counts(): Promise<unknown> {
    const columns = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`);
    return (await program.app.get(Transactions).query(`select ${columns.join(', ')}`))[0];
  }

  const settled = async (): Promise<void> => {
    const transactions = program.app.get(Transactions);
    for (let turn = 0; turn < 100; turn += 1) {
      const [row] = await transactions.query<{ n: number }>('select count(*)::int as n from outbox');
      if (row?.n === 0) return;
      await pause(50);
    }
    throw new Error('The outbox does not run empty.');
  };

  it.each([CreateChatPostWhenRoomCreated, StartNumberingWhenPostCreated, WelcomeRoomWhenChatPostCreated])(
    'leaves nothing behind when %p throws',
    async (listener) => {
      await settled();
      const before = await counts();
      jest
        .spyOn(program.app.get<InstanceType<typeof listener>>(listener), 'handle')
        .mockRejectedValue(new Error('planted'));
      await expect(program.app.get(RoomFounder).create(userId, { name: 'Never' })).rejects.toThrow('planted');
      expect(await counts()).toEqual(before);
      jest.restoreAllMocks();
      await program.app.get(RoomFounder).create(userId, { name: 'Never' });
      expect(await counts()).not.toEqual(before);
    },
  );

  it('stays made when a listener after the commit throws; it is tried again, and no other waits for it', async () => {
    await settled();
    const failing = jest
      .spyOn(program.app.get(AnnounceRoomWhenRoomCreated), 'handle')
      .mockRejectedValueOnce(new Error('planted'));
    const other = jest.spyOn(program.app.get(TellRoomWhenPostCreated), 'handle');
    const id = await program.app.get(RoomFounder).create(userId, { name: 'Made' });
    expect((await program.app.get(RoomViews).one(userId, id)).chatPost.lastSeq).toBe(1);
    await settled();
    expect(failing).toHaveBeenCalledTimes(2);
    expect(other).toHaveBeenCalledTimes(1);
  });
});
