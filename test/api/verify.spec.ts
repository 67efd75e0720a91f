import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { utimesSync, writeFileSync } from 'node:fs';
import { Verification } from '../../server/admin/verify/verification.js';
import { keysOf } from '../../server/attachments/attachment-keys.js';
import { keyOf } from '../../server/images/image-keys.js';
import { MessagesService } from '../../server/messages/messages.service.js';
import { ReadMarksService } from '../../server/messages/read-marks.service.js';
import { newId } from '../../server/platform/ids/ids.js';
import { Storage } from '../../server/platform/storage/storage.js';
import { RoomsService } from '../../server/rooms/rooms.service.js';
import { KeptHouse } from '../kit/kept-house.js';
import * as check from '../kit/verify-names.js';

describe('verify', () => {
  const house = new KeptHouse();
  beforeAll(() => house.open());
  afterAll(() => house.close());

  it('finds nothing wrong in a house where people write, edit and take back meanwhile', async () => {
    const room = await house.furnish();
    const state = { isOver: false, sent: 0 };
    const life = async (): Promise<void> => {
      for (let count = 0; !state.isOver; count += 1) {
        const id = await house.send(room.postId, { replyToId: room.messages[9]!.id });
        state.sent += 1;
        if (count % 2 === 0) await house.app.get(MessagesService).edit(house.userId, id, 'other words');
        if (count % 3 === 0) await house.app.get(MessagesService).recall(house.userId, id);
        if (count % 4 === 1) await house.forward(room.messages[5]!.id, room.postId);
        if (count % 5 === 0) await house.app.get(ReadMarksService).unread(house.userId, room.postId, 3);
      }
    };
    const living = [life(), life(), life(), life()];
    for (let round = 0; round < 10 || state.sent < 20; round += 1) expect(await house.faultsOf()).toEqual({});
    state.isOver = true;
    await Promise.all(living);
  });

  it('counts what it looked at, in all rooms or in one', async () => {
    const { roomId } = await house.furnish();
    const looked = async (room?: string): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await house.app.get(Verification).run(room, () => undefined)).map((one) => [one.name, one.looked]),
      );
    expect(await looked(roomId)).toEqual({
      [check.NUMBERED]: 1,
      [check.HEADS]: 1,
      [check.REVS]: 10,
      [check.EMPTY]: 1,
      [check.QUOTES]: 1,
      [check.KEYED]: 9,
      [check.KEYS]: 9,
      [check.MARKS]: 1,
      [check.FILES]: 1,
      [check.UPLOADS]: 0,
      [check.WHOLE]: 1,
      [check.IMAGES]: 0,
      [check.SHARED]: 0,
      [check.REVISIONS]: 0,
      [check.REMOVALS]: 0,
      [check.MEMBERS]: 1,
      [check.FAVOURITES]: 0,
      [check.CLEARED]: 0,
    });
    const all = await looked();
    expect(all[check.NUMBERED]).toBeGreaterThan(1);
    expect(Object.keys(all)).toEqual(expect.arrayContaining([check.OUTBOX, check.LEFT_OVER]));
  });

  it('names five of many faults and counts them all', async () => {
    const { roomId, messages } = await house.furnish();
    await house.sql('delete from message_keys where message_id = any($1)', [messages.map(({ id }) => id)]);
    const results = await house.app.get(Verification).run(roomId, () => undefined);
    expect(results.find(({ name }) => name === check.KEYED)).toMatchObject({ faults: 9, first: { length: 5 } });
  });

  it('finds the key of a sender that outlived its post', async () => {
    const [clientId, gone] = [newId(), newId()];
    const columns = '(author_id, client_id, message_id, post_id)';
    await house.sql(`insert into message_keys ${columns} values ($1, $2, $3, $3)`, [house.userId, clientId, gone]);
    expect((await house.faultsOf())[check.KEYS]).toEqual([`${house.userId}/${clientId}`]);
  });

  it('finds events that nobody hears, and leaves young ones their time', async () => {
    const add = (id: string, minutes: number): Promise<unknown> =>
      house.sql(
        `insert into outbox (id, event, payload, pending, due_at, created_at)
         values ($1, 'Nothing', '{}', '{nobody}', now() + interval '1 hour', now() - make_interval(mins => $2))`,
        [id, minutes],
      );
    const [young, old] = [newId(), newId()];
    await add(young, 4);
    await add(old, 6);
    expect((await house.faultsOf())[check.OUTBOX]).toEqual([old]);
  });

  it('finds bytes that belong to nobody, and leaves young ones their time', async () => {
    const { fileId } = await house.furnish();
    const keep = async (key: string, hours: number): Promise<string> => {
      const scratch = house.app.get(Storage).scratch();
      writeFileSync(scratch, 'bytes');
      await house.app.get(Storage).keep(scratch, key);
      const then = new Date(Date.now() - hours * 3_600_000);
      utimesSync(house.local(key), then, then);
      return key;
    };
    await keep(keysOf(newId()).file, 1);
    await keep(keyOf(newId()), 1);
    expect((await house.faultsOf())[check.LEFT_OVER]).toBeUndefined();
    const old = [
      await keep(keysOf(newId()).file, 3),
      await keep(keyOf(newId()), 3),
      await keep(keysOf(fileId).original, 3),
    ];
    expect((await house.faultsOf())[check.LEFT_OVER]?.toSorted()).toEqual(old.toSorted());
  });

  it('finds the bytes of a file that was taken back long ago', async () => {
    const { fileId, messages } = await house.furnish();
    const file = keysOf(fileId).file;
    const long = new Date(Date.now() - 90_000_000);
    utimesSync(house.local(file), long, long);
    await house.sql('update attachments set gone_at = now(), message_id = $1 where id = $2', [messages[3]!.id, fileId]);
    expect((await house.faultsOf())[check.LEFT_OVER] ?? []).not.toContain(file);
    await house.sql(`update attachments set gone_at = now() - interval '3 hours' where id = $1`, [fileId]);
    expect((await house.faultsOf())[check.LEFT_OVER]).toContain(file);
  });

  it('finds the room of a slug', async () => {
    const { roomId } = await house.furnish();
    const { slug } = await house.app.get(RoomsService).show(house.userId, roomId);
    expect(await house.app.get(Verification).findRoomId(slug)).toBe(roomId);
    expect(await house.app.get(Verification).findRoomId('no-such-room')).toBeUndefined();
  });
});
