import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { putPicture, sendForm } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { checkeredPng } from '../kit/pictures.js';

describe('the archive', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let carol: ChatUser;
  let room: Room;
  let topic: Post;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, carol] = await server.registerAll('ann', 'bob', 'carol');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await bob.join(room.slug);
    topic = await bob.createPost(room.id);
  });

  const inRoom = (path: string): string => `/api/rooms/${room.id}${path}`;

  it('is for the owner of the room to use', async () => {
    await ann.put(inRoom(`/members/${bob.name}`), { role: 'moderator' });
    expect((await server.ask(inRoom('/archive'), { method: 'PUT' })).status).toBe(401);
    for (const user of [bob, carol]) {
      expect((await user.put(inRoom('/archive'))).body).toMatchObject({ status: 403, code: 'forbidden' });
      expect((await user.delete(inRoom('/archive'))).status).toBe(403);
    }
    const closed = await ann.createRoom({ visibility: 'private' });
    expect((await bob.put(`/api/rooms/${closed.id}/archive`)).status).toBe(404);
    expect((await ann.get<Room>(inRoom(''))).body.archivedAt).toBeUndefined();
    const archived = await body(ann.put<Room>(inRoom('/archive')));
    expect(archived.archivedAt).toMatch(/Z$/u);
    const again = await body(ann.put<Room>(inRoom('/archive')));
    expect([again.archivedAt, again.version]).toEqual([archived.archivedAt, archived.version]);
  });

  it('makes a room read-only on every path, and reading goes on', async () => {
    const message = await bob.send(topic.id);
    const socket = await bob.open(topic.id);
    await ann.put(inRoom('/archive'));
    const wish = { clientId: randomUUID(), text: 'late' };
    const picture = await checkeredPng(40, 30);
    const refused: (() => Promise<Answer<Refusal>>)[] = [
      () => bob.post(`/api/posts/${topic.id}/messages`, wish),
      () => bob.patch(`/api/messages/${message.id}`, { text: 'late' }),
      () => bob.post(`/api/messages/${message.id}/recall`),
      () => bob.post(inRoom('/posts'), { title: 'Late' }),
      () => bob.patch(inRoom(`/posts/${topic.id}`), { title: 'Late' }),
      () => bob.patch(inRoom(`/posts/${topic.id}`), { state: 'resolved' }),
      () => bob.post(inRoom(`/posts/${topic.id}/deletion`), { confirmTitle: topic.title }),
      () => putPicture(bob, inRoom(`/posts/${topic.id}/image`), picture),
      () => bob.delete(inRoom(`/posts/${topic.id}/image`)),
      () => sendForm(bob, room.id, [['file', 'late', 'late.txt']]),
      () => ann.patch(inRoom(''), { name: 'Late' }),
      () => ann.patch(inRoom(''), { visibility: 'private' }),
      () => putPicture(ann, inRoom('/image'), picture),
      () => ann.delete(inRoom('/image')),
    ];
    for (const ask of refused) expect((await ask()).body).toMatchObject({ status: 409, code: 'read_only' });
    const ack = await socket.ask('message:send', { postId: topic.id, ...wish });
    expect(ack).toMatchObject({ ok: false, error: { code: 'read_only' } });
    expect((await carol.get<Room>(inRoom(''))).status).toBe(200);
    expect((await socket.done('post:read', { postId: topic.id, seq: 1 })).readSeq).toBe(1);
    for (const change of [
      () => carol.put(inRoom('/membership')),
      () => carol.put(inRoom('/favourite')),
      () => carol.delete(inRoom('/membership')),
      () => ann.put(inRoom(`/members/${bob.name}`), { role: 'moderator' }),
    ])
      expect((await change()).status).toBeLessThan(300);
    await ann.delete(inRoom('/archive'));
    for (const ask of refused.slice(0, 2)) expect((await ask()).status).toBeLessThan(300);
  });

  it('is told at once, and to who was away', async () => {
    const [member, visitor] = [await bob.connect(), await carol.open(topic.id)];
    const { cursor } = await body(bob.get<Sync>('/api/sync'));
    await ann.put(inRoom('/archive'));
    for (const client of [member, visitor])
      await client.waitFor('room', ({ id, archivedAt }) => id === room.id && archivedAt !== undefined);
    const { rooms } = await body(bob.get<Sync>(`/api/sync?since=${cursor}`));
    expect(rooms.find(({ id }) => id === room.id)?.archivedAt).toBeDefined();
    member.forget();
    await ann.delete(inRoom('/archive'));
    await member.waitFor('room', ({ id, archivedAt }) => id === room.id && archivedAt === undefined);
  });
});
