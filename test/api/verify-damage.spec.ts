import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { rm, truncate } from 'node:fs/promises';
import { keysOf } from '../../server/attachments/attachment-keys.js';
import { KeptHouse, type KeptRoom } from '../kit/kept-house.js';
import {
  NUMBERED,
  HEADS,
  REVS,
  EMPTY,
  QUOTES,
  KEYED,
  KEYS,
  MARKS,
  FILES,
  UPLOADS,
  WHOLE,
  IMAGES,
} from '../kit/verify-names.js';

describe('verify, of what was damaged', () => {
  const house = new KeptHouse();
  beforeAll(() => house.open());
  afterAll(() => house.close());

  const PLANTED: [string, (room: KeptRoom) => Promise<unknown>, (room: KeptRoom) => Record<string, unknown[]>][] = [
    [
      'a message is missing',
      ({ messages }) =>
        house.sql(`with gone as (delete from messages where id = $1) delete from message_keys where message_id = $1`, [
          messages[2]!.id,
        ]),
      ({ postId }) => ({ [NUMBERED]: [postId] }),
    ],
    [
      'the newest message is missing',
      ({ messages }) =>
        house.sql(`with gone as (delete from messages where id = $1) delete from message_keys where message_id = $1`, [
          messages[9]!.id,
        ]),
      ({ postId }) => ({ [HEADS]: [postId] }),
    ],
    [
      'the rev of a head is behind',
      ({ postId }) => house.sql('update post_heads set rev = rev - 1 where post_id = $1', [postId]),
      ({ postId, messages }) => ({
        [HEADS]: [postId],
        [REVS]: messages.filter(({ rev }) => rev === 12).map(({ id }) => id),
      }),
    ],
    [
      'a post has no head',
      ({ postId }) =>
        house.sql(
          'with marks as (delete from read_marks where post_id = $1) delete from post_heads where post_id = $1',
          [postId],
        ),
      ({ postId }) => ({ [HEADS]: [postId] }),
    ],
    [
      'a rev was taken twice',
      ({ messages }) => house.sql('update messages set rev = 2 where id = $1', [messages[2]!.id]),
      ({ messages }) => ({ [REVS]: [expect.stringMatching(`${messages[1]!.id}|${messages[2]!.id}`)] }),
    ],
    [
      'a message that was taken back still has its text',
      ({ messages }) => house.sql(`update messages set text = 'words' where id = $1`, [messages[3]!.id]),
      ({ messages }) => ({ [EMPTY]: [messages[3]!.id] }),
    ],
    [
      'a message that was taken back still has its file',
      ({ messages, fileId }) =>
        house.sql('update attachments set message_id = $1 where id = $2', [messages[3]!.id, fileId]),
      ({ messages }) => ({ [EMPTY]: [messages[3]!.id] }),
    ],
    [
      'who quotes what was taken back was not told',
      ({ messages }) => house.sql('update messages set rev = 5 where id = $1', [messages[4]!.id]),
      ({ postId, messages }) => ({ [QUOTES]: [messages[4]!.id], [HEADS]: [postId] }),
    ],
    [
      'a key is missing',
      ({ messages }) => house.sql('delete from message_keys where message_id = $1', [messages[1]!.id]),
      ({ messages }) => ({ [KEYED]: [messages[1]!.id] }),
    ],
    [
      'a key leads to no message',
      ({ messages }) => house.sql('update messages set client_id = null where id = $1', [messages[1]!.id]),
      ({ messages }) => ({ [KEYED]: [messages[1]!.id], [KEYS]: [expect.stringContaining(house.userId)] }),
    ],
    [
      'a read mark is beyond its post',
      ({ postId }) => house.sql('update read_marks set read_seq = 11 where post_id = $1', [postId]),
      ({ postId }) => ({ [MARKS]: [`${house.userId}/${postId}`] }),
    ],
    [
      'a file is of another post',
      ({ fileId }) => house.sql('update attachments set post_id = null where id = $1', [fileId]),
      ({ fileId }) => ({ [FILES]: [fileId] }),
    ],
    [
      'the file of a live message counts as taken back',
      ({ fileId }) => house.sql('update attachments set gone_at = now() where id = $1', [fileId]),
      ({ fileId }) => ({ [FILES]: [fileId] }),
    ],
    [
      'a picture waits for ever',
      ({ fileId }) => {
        writeFileSync(house.local(keysOf(fileId).original), 'content');
        return house.sql(
          `update attachments set state = 'processing', created_at = now() - interval '3 hours' where id = $1`,
          [fileId],
        );
      },
      ({ fileId }) => ({ [UPLOADS]: [fileId] }),
    ],
    ['a file is gone', ({ fileId }) => rm(house.local(keysOf(fileId).file)), ({ fileId }) => ({ [WHOLE]: [fileId] })],
    [
      'a file is cut short',
      ({ fileId }) => truncate(house.local(keysOf(fileId).file), 3),
      ({ fileId }) => ({ [WHOLE]: [fileId] }),
    ],
    [
      'a thumbnail is gone',
      ({ fileId }) => house.sql('update attachments set has_thumbnail = true where id = $1', [fileId]),
      ({ fileId }) => ({ [WHOLE]: [fileId] }),
    ],
    [
      'the picture of a room is gone',
      ({ roomId }) => house.sql('update rooms set image_id = id where id = $1', [roomId]),
      ({ roomId }) => ({ [IMAGES]: [roomId] }),
    ],
  ];

  it.each(PLANTED)('finds that %s', async (_, plant, expected) => {
    const room = await house.furnish();
    expect(room.messages).toHaveLength(10);
    expect(await house.faultsOf(room.roomId)).toEqual({});
    await plant(room);
    expect(await house.faultsOf(room.roomId)).toEqual(expected(room));
  });
});
