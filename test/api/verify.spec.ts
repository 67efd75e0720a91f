import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import { rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { Verification } from '../../server/admin/verify/verification.js';
import { VerificationModule } from '../../server/admin/verify/verification.module.js';
import { AppModule } from '../../server/app.module.js';
import { keysOf } from '../../server/attachments/attachment-keys.js';
import { UploadsService } from '../../server/attachments/uploads.service.js';
import { Transactions } from '../../server/database/transactions.js';
import { keyOf } from '../../server/images/image-keys.js';
import { MessagesService } from '../../server/messages/messages.service.js';
import { ReadMarksService } from '../../server/messages/read-marks.service.js';
import { newId } from '../../server/platform/ids/ids.js';
import { Storage } from '../../server/platform/storage/storage.js';
import { RoomFounder } from '../../server/rooms/room-founder.js';
import { RoomsService } from '../../server/rooms/rooms.service.js';
import { UsersService } from '../../server/users/users.service.js';
import { testConfig } from '../kit/config.js';
import { createDatabase, type TestDatabase } from '../kit/postgres.js';
import { temporaryFolder } from '../kit/program.js';

interface House {
  roomId: string;
  postId: string;
  /** Ten by number, the first by the system; the fourth is taken back, the fifth answers it, the sixth carries a file. */
  messages: { id: string; rev: number }[];
  fileId: string;
}

const NUMBERED = 'Messages of a post are numbered without a gap';
const HEADS = 'Heads say what is there';
const REVS = 'Revs are taken once, and none beyond the head';
const EMPTY = 'Messages taken back are empty';
const QUOTES = 'Quotes follow what they quote';
const KEYED = 'Every message has its key';
const KEYS = 'Every key has its message';
const MARKS = 'Read marks are within their posts';
const FILES = 'Files know their messages';
const UPLOADS = 'No upload is left over';
const OUTBOX = 'No event is stuck in the outbox';
const WHOLE = 'Files are there and whole';
const IMAGES = 'Pictures of people, rooms and posts are there';
const LEFT_OVER = 'No file is left over';

describe('verify', () => {
  const folder = temporaryFolder();
  let database: TestDatabase;
  let app: INestApplicationContext;
  let userId = '';

  beforeAll(async () => {
    database = await createDatabase();
    const config = testConfig(database.address, { DATA_DIR: folder.path, RATE_LIMITS: 'off' });
    app = await Test.createTestingModule({ imports: [AppModule.forRoot(config), VerificationModule] }).compile();
    app.useLogger(false);
    await app.init();
    const names = { username: 'ann', displayName: 'Ann', email: 'ann@example.test' };
    userId = (await app.get(UsersService).create({ ...names, role: 'member', locale: 'en' })).id;
    // Else nobody could damage what the tests damage.
    await sql('alter table messages drop constraint ck_messages_tombstone');
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    folder.remove();
  });

  const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> => app.get(Transactions).query(text, values);
  const local = (key: string): string => app.get(Storage).local(key);
  const send = async (postId: string, more: { replyToId?: string; attachmentIds?: string[] } = {}): Promise<string> => {
    const wish = { clientId: randomUUID(), text: 'words', ...more };
    const { stored } = await app.get(MessagesService).send(userId, postId, wish);
    return (await stored).id;
  };

  async function upload(roomId: string): Promise<string> {
    const scratch = app.get(Storage).scratch();
    writeFileSync(scratch, 'content');
    const received = { scratch, name: 'notes.txt', size: 7, alt: null };
    return (await app.get(UploadsService).upload(userId, roomId, () => Promise.resolve(received))).id;
  }

  async function build(): Promise<House> {
    const roomId = await app.get(RoomFounder).create(userId, { name: 'Room' });
    const [{ postId }] = (await sql<{ postId: string }>('select id as "postId" from posts where room_id = $1', [
      roomId,
    ])) as [{ postId: string }];
    const fileId = await upload(roomId);
    await send(postId);
    await send(postId);
    const taken = await send(postId);
    await send(postId, { replyToId: taken });
    await send(postId, { attachmentIds: [fileId] });
    for (let count = 0; count < 4; count += 1) await send(postId);
    await app.get(MessagesService).recall(userId, taken);
    await app.get(ReadMarksService).unread(userId, postId, 5);
    const messages = await sql<{ id: string; rev: number }>(
      'select id, rev from messages where post_id = $1 order by seq',
      [postId],
    );
    return { roomId, postId, messages, fileId };
  }

  /** Names and ids of what is wrong, check by check. */
  async function faultsOf(roomId?: string): Promise<Record<string, string[]>> {
    const results = await app.get(Verification).run(roomId, () => undefined);
    expect(results.filter(({ faults, first }) => faults < first.length)).toEqual([]);
    return Object.fromEntries(results.filter(({ faults }) => faults > 0).map(({ name, first }) => [name, first]));
  }

  it('finds nothing wrong in a house where people write, edit and take back meanwhile', async () => {
    const house = await build();
    const state = { isOver: false };
    const life = async (): Promise<void> => {
      for (let count = 0; !state.isOver; count += 1) {
        const id = await send(house.postId, { replyToId: house.messages[9]!.id });
        if (count % 2 === 0) await app.get(MessagesService).edit(userId, id, 'other words');
        if (count % 3 === 0) await app.get(MessagesService).recall(userId, id);
        if (count % 5 === 0) await app.get(ReadMarksService).unread(userId, house.postId, 3);
      }
    };
    const living = [life(), life(), life(), life()];
    for (let round = 0; round < 10; round += 1) expect(await faultsOf()).toEqual({});
    state.isOver = true;
    await Promise.all(living);
    const [{ count }] = (await sql<{ count: number }>('select count(*)::int from messages where post_id = $1', [
      house.postId,
    ])) as [{ count: number }];
    expect(count).toBeGreaterThan(30);
  });

  it('counts what it looked at, in all rooms or in one', async () => {
    const { roomId } = await build();
    const looked = async (room?: string): Promise<Record<string, number>> =>
      Object.fromEntries((await app.get(Verification).run(room, () => undefined)).map((one) => [one.name, one.looked]));
    expect(await looked(roomId)).toEqual({
      ...{ [NUMBERED]: 1, [HEADS]: 1, [REVS]: 10, [EMPTY]: 1, [QUOTES]: 1, [KEYED]: 9, [KEYS]: 9, [MARKS]: 1 },
      ...{ [FILES]: 1, [UPLOADS]: 0, [WHOLE]: 1, [IMAGES]: 0 },
    });
    const all = await looked();
    expect(all[NUMBERED]).toBeGreaterThan(1);
    expect(Object.keys(all)).toEqual(expect.arrayContaining([OUTBOX, LEFT_OVER]));
  });

  const PLANTED: [string, (house: House) => Promise<unknown>, (house: House) => Record<string, unknown[]>][] = [
    [
      'a message is missing',
      ({ messages }) =>
        sql(`with gone as (delete from messages where id = $1) delete from message_keys where message_id = $1`, [
          messages[2]!.id,
        ]),
      ({ postId }) => ({ [NUMBERED]: [postId] }),
    ],
    [
      'the newest message is missing',
      ({ messages }) =>
        sql(`with gone as (delete from messages where id = $1) delete from message_keys where message_id = $1`, [
          messages[9]!.id,
        ]),
      ({ postId }) => ({ [HEADS]: [postId] }),
    ],
    [
      'the rev of a head is behind',
      ({ postId }) => sql('update post_heads set rev = rev - 1 where post_id = $1', [postId]),
      ({ postId, messages }) => ({
        [HEADS]: [postId],
        [REVS]: messages.filter(({ rev }) => rev === 12).map(({ id }) => id),
      }),
    ],
    [
      'a post has no head',
      ({ postId }) =>
        sql('with marks as (delete from read_marks where post_id = $1) delete from post_heads where post_id = $1', [
          postId,
        ]),
      ({ postId }) => ({ [HEADS]: [postId] }),
    ],
    [
      'a rev was taken twice',
      ({ messages }) => sql('update messages set rev = 2 where id = $1', [messages[2]!.id]),
      ({ messages }) => ({ [REVS]: [expect.stringMatching(`${messages[1]!.id}|${messages[2]!.id}`)] }),
    ],
    [
      'a message that was taken back still has its text',
      ({ messages }) => sql(`update messages set text = 'words' where id = $1`, [messages[3]!.id]),
      ({ messages }) => ({ [EMPTY]: [messages[3]!.id] }),
    ],
    [
      'a message that was taken back still has its file',
      ({ messages, fileId }) => sql('update attachments set message_id = $1 where id = $2', [messages[3]!.id, fileId]),
      ({ messages }) => ({ [EMPTY]: [messages[3]!.id] }),
    ],
    [
      'who quotes what was taken back was not told',
      ({ messages }) => sql('update messages set rev = 5 where id = $1', [messages[4]!.id]),
      ({ postId, messages }) => ({ [QUOTES]: [messages[4]!.id], [HEADS]: [postId] }),
    ],
    [
      'a key is missing',
      ({ messages }) => sql('delete from message_keys where message_id = $1', [messages[1]!.id]),
      ({ messages }) => ({ [KEYED]: [messages[1]!.id] }),
    ],
    [
      'a key leads to no message',
      ({ messages }) => sql('update messages set client_id = null where id = $1', [messages[1]!.id]),
      ({ messages }) => ({ [KEYED]: [messages[1]!.id], [KEYS]: [expect.stringContaining(userId)] }),
    ],
    [
      'a read mark is beyond its post',
      ({ postId }) => sql('update read_marks set read_seq = 11 where post_id = $1', [postId]),
      ({ postId }) => ({ [MARKS]: [`${userId}/${postId}`] }),
    ],
    [
      'a file is of another post',
      ({ fileId }) => sql('update attachments set post_id = null where id = $1', [fileId]),
      ({ fileId }) => ({ [FILES]: [fileId] }),
    ],
    [
      'the file of a live message counts as taken back',
      ({ fileId }) => sql('update attachments set gone_at = now() where id = $1', [fileId]),
      ({ fileId }) => ({ [FILES]: [fileId] }),
    ],
    [
      'a picture waits for ever',
      ({ fileId }) => {
        writeFileSync(local(keysOf(fileId).original), 'content');
        return sql(
          `update attachments set state = 'processing', created_at = now() - interval '3 hours' where id = $1`,
          [fileId],
        );
      },
      ({ fileId }) => ({ [UPLOADS]: [fileId] }),
    ],
    [
      'a file is gone',
      ({ fileId }) => Promise.resolve(rmSync(local(keysOf(fileId).file))),
      ({ fileId }) => ({ [WHOLE]: [fileId] }),
    ],
    [
      'a file is cut short',
      ({ fileId }) => Promise.resolve(truncateSync(local(keysOf(fileId).file), 3)),
      ({ fileId }) => ({ [WHOLE]: [fileId] }),
    ],
    [
      'a thumbnail is gone',
      ({ fileId }) => sql('update attachments set has_thumbnail = true where id = $1', [fileId]),
      ({ fileId }) => ({ [WHOLE]: [fileId] }),
    ],
    [
      'the picture of a room is gone',
      ({ roomId }) => sql('update rooms set image_id = id where id = $1', [roomId]),
      ({ roomId }) => ({ [IMAGES]: [roomId] }),
    ],
  ];

  it.each(PLANTED)('finds that %s', async (_, plant, expected) => {
    const house = await build();
    expect(house.messages).toHaveLength(10);
    expect(await faultsOf(house.roomId)).toEqual({});
    await plant(house);
    expect(await faultsOf(house.roomId)).toEqual(expected(house));
  });

  it('names five of many faults and counts them all', async () => {
    const { roomId, messages } = await build();
    await sql('delete from message_keys where message_id = any($1)', [messages.map(({ id }) => id)]);
    const results = await app.get(Verification).run(roomId, () => undefined);
    expect(results.find(({ name }) => name === KEYED)).toMatchObject({ faults: 9, first: { length: 5 } });
  });

  it('finds events that nobody hears, and leaves young ones their time', async () => {
    const add = (id: string, minutes: number): Promise<unknown> =>
      sql(
        `insert into outbox (id, event, payload, pending, due_at, created_at)
         values ($1, 'Nothing', '{}', '{nobody}', now() + interval '1 hour', now() - make_interval(mins => $2))`,
        [id, minutes],
      );
    const [young, old] = [newId(), newId()];
    await add(young, 4);
    await add(old, 6);
    expect((await faultsOf())[OUTBOX]).toEqual([old]);
  });

  it('finds bytes that belong to nobody, and leaves young ones their time', async () => {
    const { fileId } = await build();
    const keep = async (key: string, hours: number): Promise<string> => {
      const scratch = app.get(Storage).scratch();
      writeFileSync(scratch, 'bytes');
      await app.get(Storage).keep(scratch, key);
      const then = new Date(Date.now() - hours * 3_600_000);
      utimesSync(local(key), then, then);
      return key;
    };
    await keep(keysOf(newId()).file, 1);
    await keep(keyOf(newId()), 1);
    expect((await faultsOf())[LEFT_OVER]).toBeUndefined();
    const old = [
      await keep(keysOf(newId()).file, 3),
      await keep(keyOf(newId()), 3),
      await keep(keysOf(fileId).original, 3),
    ];
    expect((await faultsOf())[LEFT_OVER]?.toSorted()).toEqual(old.toSorted());
  });

  it('finds the bytes of a file that was taken back long ago', async () => {
    const { fileId, messages } = await build();
    const file = keysOf(fileId).file;
    const long = new Date(Date.now() - 90_000_000);
    utimesSync(local(file), long, long);
    await sql('update attachments set gone_at = now(), message_id = $1 where id = $2', [messages[3]!.id, fileId]);
    expect((await faultsOf())[LEFT_OVER] ?? []).not.toContain(file);
    await sql(`update attachments set gone_at = now() - interval '3 hours' where id = $1`, [fileId]);
    expect((await faultsOf())[LEFT_OVER]).toContain(file);
  });

  it('finds the room of a slug', async () => {
    const { roomId } = await build();
    const { slug } = await app.get(RoomsService).show(userId, roomId);
    expect(await app.get(Verification).findRoomId(slug)).toBe(roomId);
    expect(await app.get(Verification).findRoomId('no-such-room')).toBeUndefined();
  });
});
