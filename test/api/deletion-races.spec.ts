import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { keysOf } from '../../server/attachments/attachment-keys.js';
import { Eraser } from '../../server/messages/eraser.js';
import { Storage } from '../../server/platform/storage/storage.js';
import { PostDeletions } from '../../server/posts/post-deletions.js';
import { RoomDeletions } from '../../server/rooms/room-deletions.js';
import type { AckTo } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { sendForm, storedFiles } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { KeptHouse } from '../kit/kept-house.js';

describe('deleting while others are at it', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());

  const orphans = (): Promise<unknown[]> =>
    server.sql(
      `select 'room', id::text from rooms where deleted_at is not null union all select 'post', id::text from posts where deleted_at is not null
       union all select 'message', id::text from messages m where not exists (select from post_heads h where h.post_id = m.post_id)
       union all select 'key', message_id::text from message_keys k where not exists (select from messages m where m.id = k.message_id)
       union all select 'file', id::text from attachments a where not exists (select from rooms r where r.id = a.room_id)
       union all select 'slug', slug from room_slugs s where not exists (select from rooms r where r.id = s.room_id)`,
    );
  const nothingIsOrphaned = (): Promise<void> => eventually(async () => expect(await orphans()).toEqual([]), 20_000);

  async function sendingInto(post: Post, end: () => Promise<unknown>): Promise<AckTo<'message:send'>[]> {
    const socket = await bob.open(post.id);
    const send = () => socket.ask('message:send', { postId: post.id, clientId: randomUUID(), text: 'race' });
    const sends = Array.from({ length: 60 }, async (_, nth) => {
      await new Promise((done) => setTimeout(done, nth));
      return send();
    });
    await new Promise((done) => setTimeout(done, 20));
    await end();
    const answers = await Promise.all(sends);
    expect(await send()).toMatchObject({ ok: false, error: { code: 'not_found' } });
    socket.close();
    return answers;
  }

  const codesOf = (answers: AckTo<'message:send'>[]): string[] => [
    ...new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))),
  ];

  it('stores a send before it or refuses it, whichever came first', async () => {
    for (let round = 0; round < 4; round += 1) {
      const room = await ann.createRoom();
      await bob.join(room.slug);
      const topic = await ann.createPost(room.id);
      const ofPost = await sendingInto(topic, () =>
        ann.post(`/api/rooms/${room.id}/posts/${topic.id}/deletion`, { confirmTitle: topic.title }),
      );
      const ofRoom = await sendingInto(room.chatPost, () =>
        ann.post(`/api/rooms/${room.id}/deletion`, { confirmName: room.name }),
      );
      for (const answers of [ofPost, ofRoom])
        expect(codesOf(answers).filter((code) => !['ok', 'not_found', 'forbidden'].includes(code))).toEqual([]);
    }
    await nothingIsOrphaned();
  });

  it('refuses who joins, writes a post, uploads, renames or shows it to all at the same moment, or lets it go with the room', async () => {
    const before = storedFiles(server.dataDir).length;
    for (let round = 0; round < 5; round += 1) {
      const room: Room = await ann.createRoom({ visibility: round % 2 === 0 ? 'public' : 'private' });
      await ann.add(room.id, bob);
      const carol = await server.register('carol');
      const answers = await Promise.all([
        ann.post(`/api/rooms/${room.id}/deletion`, { confirmName: 'Room' }),
        ann.put(`/api/rooms/${room.id}/members/${carol.name}`, {}),
        bob.delete(`/api/rooms/${room.id}/membership`),
        ann.put(`/api/rooms/${room.id}/members/${bob.name}`, { role: 'owner' }),
        bob.post(`/api/rooms/${room.id}/posts`, { title: 'Race' }),
        sendForm(bob, room.id, [['file', 'race', 'race.txt']]),
        ann.patch(`/api/rooms/${room.id}`, { visibility: 'public', slug: `race-${round}-${Date.now()}` }),
        ann.put(`/api/rooms/${room.id}/archive`),
      ]);
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => ![200, 201, 204, 403, 404, 409].includes(status))).toEqual([]);
      const gone = (await ann.post(`/api/rooms/${room.id}/deletion`, { confirmName: 'Room' })).status;
      // Handed over first: then it is its new owner's to delete.
      if (gone === 403) await bob.post(`/api/rooms/${room.id}/deletion`, { confirmName: 'Room' });
      for (const user of [ann, bob, carol]) expect((await user.get(`/api/rooms/${room.id}`)).status).toBe(404);
    }
    await nothingIsOrphaned();
    await eventually(() => expect(storedFiles(server.dataDir).length).toBe(before));
  });

  it('deletes once, however often it is asked for at once', async () => {
    const room = await ann.createRoom();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ann.post(`/api/rooms/${room.id}/deletion`, { confirmName: room.name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404, 404]);
  });
});

describe('a house in which rooms and posts are deleted', () => {
  const house = new KeptHouse();
  beforeAll(() => house.open());
  afterAll(() => house.close());

  it('is as it must be for verify, from the first moment until all is cleared', async () => {
    const { roomId, fileId } = await house.furnish();
    const stays = await house.furnish();
    await house.app.get(RoomDeletions).delete(house.userId, roomId);
    const isCleared = async (): Promise<boolean> =>
      (await house.sql('select 1 from rooms where id = $1', [roomId])).length === 0;
    do {
      expect(await house.faultsOf()).toEqual({});
      await house.app.get(Eraser).eraseAll();
    } while (!(await isCleared()));
    expect(await house.faultsOf()).toEqual({});
    expect(await house.app.get(Storage).has(keysOf(fileId).file)).toBe(false);
    expect(await house.app.get(Storage).has(keysOf(stays.fileId).file)).toBe(true);
  });

  it('keeps nothing of a room that goes while somebody looks for what is to be cleared', async () => {
    const { roomId, postId } = await house.createRoom();
    await house.send(postId);
    const posts = house.app.get(PostDeletions);
    const findDeleted = posts.findDeleted.bind(posts);
    jest.spyOn(posts, 'findDeleted').mockImplementationOnce(async () => {
      const found = await findDeleted();
      await house.app.get(RoomDeletions).delete(house.userId, roomId);
      return found;
    });
    await eventually(async () => {
      await house.app.get(Eraser).eraseAll();
      expect(await house.sql('select from rooms where id = $1', [roomId])).toEqual([]);
    });
    expect(await house.sql('select from message_keys where post_id = $1', [postId])).toEqual([]);
    expect(await house.faultsOf()).toEqual({});
  });
});
