import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomDeletion } from '#contracts/deletion.dto.js';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, storedFiles, putPicture, sendWith, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { checkeredPng } from '../kit/pictures.js';

describe('deleting a room', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let visitor: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, visitor] = await server.registerAll('ann', 'bob', 'visitor');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom({ name: 'Röst  und Café' });
    await bob.join(room.slug);
  });

  const path = (): string => `/api/rooms/${room.id}/deletion`;
  const remove = (user: ChatUser, confirmName = room.name) => user.post(path(), { confirmName });
  const rowsOf = async (): Promise<number> => {
    const [row] = await server.sql<{ n: number }>(
      `select ((select count(*) from rooms where id = $1) + (select count(*) from room_members where room_id = $1)
         + (select count(*) from posts where room_id = $1) + (select count(*) from post_heads where room_id = $1)
         + (select count(*) from attachments where room_id = $1) + (select count(*) from room_slugs where room_id = $1)
         + (select count(*) from messages m where not exists (select from posts p where p.id = m.post_id))
         + (select count(*) from message_keys k where not exists (select from messages m where m.id = k.message_id)))::int as n`,
      [room.id],
    );
    return row!.n;
  };
  const isCleared = (): Promise<void> => eventually(async () => expect(await rowsOf()).toBe(0), 20_000);

  it('is for its owner alone, who types the name; nothing goes otherwise', async () => {
    await ann.put(`/api/rooms/${room.id}/members/${bob.name}`, { role: 'moderator' });
    const before = await rowsOf();
    expect((await server.ask(path(), { method: 'POST', body: { confirmName: room.name } })).status).toBe(401);
    expect((await remove(visitor)).body.code).toBe('forbidden');
    expect((await remove(bob)).body.code).toBe('forbidden');
    expect((await bob.get(path())).status).toBe(403);
    for (const confirmName of ['', 'Rost und Cafe', `${room.name}!`, room.slug])
      expect((await remove(ann, confirmName)).body).toMatchObject({ status: 422, errors: [{ field: 'confirmName' }] });
    expect((await remove(ann, 'other')).body.errors?.[0]?.code).toBe('confirmation_wrong');
    expect((await ann.post(path(), { confirmName: room.name, force: true })).status).toBe(422);
    expect((await ann.post('/api/rooms/no-such-room/deletion', { confirmName: 'x' })).status).toBe(404);
    const closed = await ann.createRoom({ visibility: 'private' });
    expect((await bob.post(`/api/rooms/${closed.id}/deletion`, { confirmName: closed.name })).status).toBe(404);
    expect(await rowsOf()).toBe(before);
    expect((await ann.get<Room>(`/api/rooms/${room.id}`)).body.memberCount).toBe(2);
  });

  it('says before what goes and how much', async () => {
    const topic = await ann.createPost(room.id);
    await bob.send(topic.id);
    const taken = await sendWith(bob, room.chatPost.id, [(await upload(bob, room.id, 'away', 'a.txt')).id]);
    await sendWith(bob, room.chatPost.id, [(await upload(bob, room.id, 'twelve bytes', 'b.txt')).id]);
    await bob.post(`/api/messages/${taken.id}/recall`);
    await upload(bob, room.id, 'not sent', 'c.txt');
    const said = await body(ann.get<RoomDeletion>(path()));
    expect(said).toEqual({ posts: 2, messages: 4, files: 1, fileBytes: 12, members: 2 });
  });

  it('takes the name in any case, with blanks around it and letters composed otherwise', async () => {
    expect((await remove(ann, `  RÖST und Cafe\u0301 `)).status).toBe(204);
    expect((await ann.get(`/api/rooms/${room.id}`)).status).toBe(404);
    expect((await remove(ann)).status).toBe(404);
  });

  it('makes it gone for everybody at once: on every path, live and for who was away', async () => {
    const topic = await ann.createPost(room.id, { tags: ['only-here'] });
    const file = await upload(bob, room.id, 'secret', 'a.txt');
    const { id } = await sendWith(bob, topic.id, [file.id]);
    const [elsewhere, reading, looking] = [await bob.connect(), await visitor.open(topic.id), await ann.connect()];
    const { cursor } = await body(bob.get<Sync>('/api/sync'));
    const others = await body(visitor.get<Sync>('/api/sync'));
    expect((await remove(ann)).status).toBe(204);
    for (const client of [elsewhere, reading, looking])
      await client.waitFor('room:deleted', ({ roomId }) => roomId === room.id);
    const paths = ['', '/members', '/posts', `/posts/${topic.id}`, '/files', '/requests', '/deletion'];
    for (const user of [ann, bob, visitor]) {
      for (const place of [room.id, room.slug])
        for (const rest of paths)
          expect([rest, (await user.get(`/api/rooms/${place}${rest}`)).status]).toEqual([rest, 404]);
      expect((await user.get(`/api/posts/${topic.id}/messages`)).status).toBe(404);
      expect((await user.get(`/api/posts/${topic.id}/files`)).status).toBe(404);
      expect((await download(user, file.url)).status).toBe(404);
      expect(JSON.stringify((await user.get<RoomPage>('/api/rooms?limit=200')).body)).not.toContain(room.id);
      expect((await user.get<{ items: unknown[] }>('/api/tags?q=only-here')).body.items).toEqual([]);
    }
    expect((await bob.put(`/api/rooms/${room.id}/membership`)).status).toBe(404);
    expect((await bob.post(`/api/messages/${id}/recall`)).status).toBe(404);
    expect(await elsewhere.ask('post:open', { postId: topic.id })).toMatchObject({ error: { code: 'not_found' } });
    for (const [user, since] of [
      [bob, cursor],
      [visitor, others.cursor],
    ] as const) {
      const sync = await body(user.get<Sync>(`/api/sync?since=${since}`));
      expect(sync.gone.rooms).toContain(room.id);
      expect(sync.rooms.map((one) => one.id)).not.toContain(room.id);
    }
    await isCleared();
    const late = await body(bob.get<Sync>(`/api/sync?since=${cursor}`));
    expect(late.gone.rooms).toContain(room.id);
  });

  it('tells nobody outside of a private room, neither live nor later', async () => {
    room = await ann.createRoom({ name: 'Closed', visibility: 'private' });
    await ann.add(room.id, bob);
    const [inside, outside] = [await bob.connect(), await visitor.connect()];
    const [bobs, visitors] = [await body(bob.get<Sync>('/api/sync')), await body(visitor.get<Sync>('/api/sync'))];
    expect((await remove(ann)).status).toBe(204);
    await inside.waitFor('room:deleted', ({ roomId }) => roomId === room.id);
    await isCleared();
    expect((await body(bob.get<Sync>(`/api/sync?since=${bobs.cursor}`))).gone.rooms).toContain(room.id);
    expect((await body(visitor.get<Sync>(`/api/sync?since=${visitors.cursor}`))).gone.rooms).not.toContain(room.id);
    expect(outside.all('room:deleted')).toEqual([]);
  });

  it('clears its rows and bytes, and leaves those of others', async () => {
    const other = await ann.createRoom({ name: 'Stays' });
    await sendWith(ann, other.chatPost.id, [(await upload(ann, other.id, 'stays', 'a.txt')).id]);
    const kept = storedFiles(server.dataDir).length;
    await sendWith(bob, room.chatPost.id, [(await upload(bob, room.id, 'goes', 'a.txt')).id]);
    await upload(bob, room.id, 'never sent', 'b.txt');
    const topic = await ann.createPost(room.id);
    await body(putPicture(ann, `/api/rooms/${room.id}/image`, await checkeredPng(40, 30)));
    await body(putPicture(ann, `/api/rooms/${room.id}/posts/${topic.id}/image`, await checkeredPng(40, 30)));
    expect(storedFiles(server.dataDir).length).toBe(kept + 4);
    expect((await remove(ann)).status).toBe(204);
    await isCleared();
    await eventually(() => expect(storedFiles(server.dataDir).length).toBe(kept));
    expect((await ann.get<Room>(`/api/rooms/${other.id}`)).body.latest?.seq).toBe(2);
  });

  it('frees its slugs, old ones too', async () => {
    await ann.patch(`/api/rooms/${room.id}`, { slug: 'second-slug' });
    await remove(ann);
    const again = await visitor.createRoom({ name: room.name, slug: room.slug });
    expect(again.slug).toBe(room.slug);
    expect((await bob.get<Room>(`/api/rooms/${room.slug}`)).body.id).toBe(again.id);
    expect((await visitor.createRoom({ slug: 'second-slug' })).slug).toBe('second-slug');
  });
});
