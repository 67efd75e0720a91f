import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { rm, truncate } from 'node:fs/promises';
import { Verification } from '../../server/admin/verify/verification.js';
import { keysOf } from '../../server/attachments/attachment-keys.js';
import { PostFounder } from '../../server/posts/post-founder.js';
import { UsersService } from '../../server/users/users.service.js';
import { KeptHouse, type KeptRoom } from '../kit/kept-house.js';
import * as check from '../kit/verify-names.js';

describe('verify, of what was damaged', () => {
  const house = new KeptHouse();
  beforeAll(() => house.open());
  afterAll(() => house.close());

  /** Names of the checks that found something. */
  const found = new Set<string>();

  const PLANTED: [string, (room: KeptRoom) => Promise<unknown>, (room: KeptRoom) => Record<string, unknown[]>][] = [
    [
      'a message is missing',
      ({ messages }) =>
        house.sql(`with gone as (delete from messages where id = $1) delete from message_keys where message_id = $1`, [
          messages[2]!.id,
        ]),
      ({ postId }) => ({ [check.NUMBERED]: [postId] }),
    ],
    [
      'the newest message is missing',
      ({ messages }) =>
        house.sql(`with gone as (delete from messages where id = $1) delete from message_keys where message_id = $1`, [
          messages[9]!.id,
        ]),
      ({ postId }) => ({ [check.HEADS]: [postId] }),
    ],
    [
      'the rev of a head is behind',
      ({ postId }) => house.sql('update post_heads set rev = rev - 1 where post_id = $1', [postId]),
      ({ postId, messages }) => ({
        [check.HEADS]: [postId],
        [check.REVS]: messages.filter(({ rev }) => rev === 12).map(({ id }) => id),
      }),
    ],
    [
      'a post has no head',
      ({ postId }) =>
        house.sql(
          'with marks as (delete from read_marks where post_id = $1) delete from post_heads where post_id = $1',
          [postId],
        ),
      ({ postId }) => ({ [check.HEADS]: [postId] }),
    ],
    [
      'a rev was taken twice',
      ({ messages }) => house.sql('update messages set rev = 2 where id = $1', [messages[2]!.id]),
      ({ messages }) => ({ [check.REVS]: [expect.stringMatching(`${messages[1]!.id}|${messages[2]!.id}`)] }),
    ],
    [
      'a message that was taken back still has its text',
      ({ messages }) => house.sql(`update messages set text = 'words' where id = $1`, [messages[3]!.id]),
      ({ messages }) => ({ [check.EMPTY]: [messages[3]!.id] }),
    ],
    [
      'a message that was taken back still has its file',
      ({ messages, fileId }) =>
        house.sql('update attachments set message_id = $1 where id = $2', [messages[3]!.id, fileId]),
      ({ messages }) => ({ [check.EMPTY]: [messages[3]!.id] }),
    ],
    [
      'who quotes what was taken back was not told',
      ({ messages }) => house.sql('update messages set rev = 5 where id = $1', [messages[4]!.id]),
      ({ postId, messages }) => ({ [check.QUOTES]: [messages[4]!.id], [check.HEADS]: [postId] }),
    ],
    [
      'a quote was given up whose message is still there',
      ({ messages }) =>
        house.sql(`update messages set lost_quote = jsonb_build_object('seq', 4) where id = $1`, [messages[4]!.id]),
      ({ messages }) => ({ [check.QUOTES]: [messages[4]!.id] }),
    ],
    [
      'a key is missing',
      ({ messages }) => house.sql('delete from message_keys where message_id = $1', [messages[1]!.id]),
      ({ messages }) => ({ [check.KEYED]: [messages[1]!.id] }),
    ],
    [
      'a key leads to no message',
      ({ messages }) => house.sql('update messages set client_id = null where id = $1', [messages[1]!.id]),
      ({ messages }) => ({ [check.KEYED]: [messages[1]!.id], [check.KEYS]: [expect.stringContaining(house.userId)] }),
    ],
    [
      'a read mark is beyond its post',
      ({ postId }) => house.sql('update read_marks set read_seq = 11 where post_id = $1', [postId]),
      ({ postId }) => ({ [check.MARKS]: [`${house.userId}/${postId}`] }),
    ],
    [
      'a read mark is before all posts',
      ({ postId }) => house.sql('update read_marks set read_seq = -1 where post_id = $1', [postId]),
      ({ postId }) => ({ [check.MARKS]: [`${house.userId}/${postId}`] }),
    ],
    [
      'a file is of another post',
      ({ fileId }) => house.sql('update attachments set post_id = null where id = $1', [fileId]),
      ({ fileId }) => ({ [check.FILES]: [fileId] }),
    ],
    [
      'the file of a live message counts as taken back',
      ({ fileId }) => house.sql('update attachments set gone_at = now() where id = $1', [fileId]),
      ({ fileId }) => ({ [check.FILES]: [fileId] }),
    ],
    [
      'a message that does not forward another shares bytes',
      async ({ messages, postId }) => {
        const { id } = await house.forward(messages[5]!.id, postId);
        await house.sql('update messages set forwarded = null where id = $1', [id]);
      },
      () => ({ [check.SHARED]: [expect.anything()] }),
    ],
    [
      'the bytes of a forwarded file are gone',
      async ({ messages, postId, fileId }) => {
        await house.forward(messages[5]!.id, postId);
        await rm(house.local(keysOf(fileId).file));
      },
      () => ({ [check.WHOLE]: [expect.anything(), expect.anything()] }),
    ],
    [
      'a topic is called what no revision says',
      async ({ roomId }) => {
        const topicId = await house.app.get(PostFounder).create(house.userId, roomId, { title: 'Topic' });
        await house.sql(`update posts set title = 'Other' where id = $1`, [topicId]);
      },
      () => ({ [check.REVISIONS]: [expect.anything()] }),
    ],
    [
      'nobody knows who removed a message',
      ({ messages }) => house.sql(`update messages set state = 'removed' where id = $1`, [messages[3]!.id]),
      ({ messages }) => ({ [check.REMOVALS]: [messages[3]!.id] }),
    ],
    [
      'a message counts as removed that is there',
      ({ messages }) =>
        house.sql(`insert into message_removals (message_id, actor_id, reason) values ($1, $2, 'spam')`, [
          messages[2]!.id,
          house.userId,
        ]),
      ({ messages }) => ({ [check.REMOVALS]: [messages[2]!.id] }),
    ],
    [
      'a room counts a member too many',
      ({ roomId }) => house.sql('update rooms set member_count = 2 where id = $1', [roomId]),
      ({ roomId }) => ({ [check.MEMBERS]: [roomId] }),
    ],
    [
      'the owner of a room has left it',
      ({ roomId }) =>
        house.sql(
          `with gone as (update room_members set left_at = now() where room_id = $1)
           update rooms set member_count = 0 where id = $1`,
          [roomId],
        ),
      ({ roomId }) => ({ [check.MEMBERS]: [roomId] }),
    ],
    [
      'a room is the favourite of somebody who left',
      async ({ roomId }) => {
        const names = { username: `left-${roomId.slice(-8)}`, displayName: 'Bob', email: `${roomId}@example.test` };
        const { id } = await house.app.get(UsersService).create({ ...names, role: 'member', locale: 'en' });
        await house.sql(
          `insert into room_members (room_id, user_id, role, joined_at, left_at, is_favourite)
           values ($1, $2, 'member', now(), now(), true)`,
          [roomId, id],
        );
      },
      ({ roomId }) => ({ [check.FAVOURITES]: [expect.stringContaining(roomId)] }),
    ],
    [
      'a post was deleted long ago and is still there',
      async ({ roomId }) => {
        const topicId = await house.app.get(PostFounder).create(house.userId, roomId, { title: 'Topic' });
        await house.sql(`update posts set deleted_at = now() - interval '25 hours' where id = $1`, [topicId]);
      },
      () => ({ [check.CLEARED]: [expect.anything()] }),
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
      ({ fileId }) => ({ [check.UPLOADS]: [fileId] }),
    ],
    [
      'a file is gone',
      ({ fileId }) => rm(house.local(keysOf(fileId).file)),
      ({ fileId }) => ({ [check.WHOLE]: [fileId] }),
    ],
    [
      'a file is cut short',
      ({ fileId }) => truncate(house.local(keysOf(fileId).file), 3),
      ({ fileId }) => ({ [check.WHOLE]: [fileId] }),
    ],
    [
      'a thumbnail is gone',
      ({ fileId }) => house.sql('update attachments set has_thumbnail = true where id = $1', [fileId]),
      ({ fileId }) => ({ [check.WHOLE]: [fileId] }),
    ],
    [
      'the picture of a room is gone',
      ({ roomId }) => house.sql('update rooms set image_id = id where id = $1', [roomId]),
      ({ roomId }) => ({ [check.IMAGES]: [roomId] }),
    ],
  ];

  it.each(PLANTED)('finds that %s', async (_, plant, expected) => {
    const room = await house.furnish();
    expect(room.messages).toHaveLength(10);
    expect(await house.faultsOf(room.roomId)).toEqual({});
    await plant(room);
    const faults = await house.faultsOf(room.roomId);
    for (const name of Object.keys(faults)) found.add(name);
    expect(faults).toEqual(expected(room));
  });

  it('was found by every check, but those of verify.spec.ts that look at no room', async () => {
    const { roomId } = await house.furnish();
    const checks = await house.app.get(Verification).run(roomId, () => undefined);
    expect([...found].toSorted()).toEqual(checks.map(({ name }) => name).toSorted());
  });
});
