import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SharedFilePage } from '#contracts/attachment.dto.js';
import type { Message, MessagePage, MessageRemoval } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, sendWith, storedFiles, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';

describe('a message that is removed', () => {
  let server: TestServer;
  let admin: ChatUser;
  let ann: ChatUser;
  let bob: ChatUser;
  let carol: ChatUser;
  let dave: ChatUser;
  let room: Room;
  let message: Message;

  beforeAll(async () => {
    server = await TestServer.start();
    admin = await server.register('admin');
    [ann, bob, carol, dave] = await server.registerAll('ann', 'bob', 'carol', 'dave');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await Promise.all([bob.join(room.slug), carol.join(room.slug), dave.join(room.slug)]);
    await ann.put(`/api/rooms/${room.id}/members/${carol.name}`, { role: 'moderator' });
    message = await bob.send(room.chatPost.id, 'SECRET words');
  });

  const remove = <Body = Message>(user: ChatUser, { id } = message, reason: unknown = 'Off topic') =>
    user.post<Body>(`/api/messages/${id}/removal`, { reason });
  const messages = async (user = dave): Promise<Message[]> =>
    (await body(user.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`))).items;
  const audited = () =>
    server.sql<{ actor_id: string; details: object }>(
      `select actor_id, details from audit_entries where action = 'message_removed' and target_id = $1`,
      [message.id],
    );

  it('is removed by those who keep the room alone, who say why', async () => {
    for (const reason of ['', ' ', 'x'.repeat(501), 'a\0', 5])
      expect((await remove(carol, message, reason)).status).toBe(422);
    const path = `/api/messages/${message.id}/removal`;
    expect((await server.ask(path, { method: 'POST', body: { reason: 'x' } })).status).toBe(401);
    for (const user of [bob, dave, admin]) expect((await remove(user)).status).toBe(403);
    expect(await messages()).toContainEqual(expect.objectContaining({ id: message.id, text: 'SECRET words' }));
    expect(await audited()).toEqual([]);
    expect((await remove(carol)).status).toBe(200);
  });

  it('is not there for an admin of the organisation who is no member of a private room', async () => {
    await ann.patch(`/api/rooms/${room.id}`, { visibility: 'private' });
    expect((await remove(admin)).status).toBe(404);
    await ann.add(room.id, admin);
    expect((await remove(admin)).status).toBe(403);
    await ann.put(`/api/rooms/${room.id}/members/${admin.name}`, { role: 'moderator' });
    expect((await remove(admin)).status).toBe(200);
  });

  it('is removed by an admin of the organisation where the admin may read, in an archived room too', async () => {
    const asAdmin = (user: ChatUser, { id } = message, reason = 'Off topic') =>
      user.post<Message>(`/api/admin/messages/${id}/removal`, { reason });
    for (const user of [ann, bob, dave]) expect((await asAdmin(user)).status).toBe(403);
    expect((await asAdmin(admin, message, ' ')).body).toMatchObject({ errors: [{ field: 'reason' }] });
    const [welcome] = await messages();
    expect((await asAdmin(admin, welcome)).status).toBe(403);
    const socket = await dave.open(room.chatPost.id);
    await ann.put(`/api/rooms/${room.id}/archive`);
    expect(await body(asAdmin(admin))).toMatchObject({ state: 'removed', text: '' });
    await socket.waitFor('messages', ({ items }) => items.some(({ state }) => state === 'removed'));
    expect(await audited()).toMatchObject([{ actor_id: admin.id, details: { reason: 'Off topic' } }]);
    const closed = await ann.createRoom({ visibility: 'private' });
    const hidden = await ann.send(closed.chatPost.id, 'SECRET words');
    expect((await asAdmin(admin, hidden)).status).toBe(404);
    await body(admin.post(`/api/admin/rooms/${closed.id}/joining`));
    expect((await asAdmin(admin, hidden)).status).toBe(200);
  });

  it('is not what Roomers wrote, nor in an archived room, but in a resolved post too', async () => {
    const [welcome] = await messages();
    expect((await remove(ann, welcome)).status).toBe(403);
    const topic = await bob.createPost(room.id);
    const there = await bob.send(topic.id);
    await bob.patch(`/api/rooms/${room.id}/posts/${topic.id}`, { state: 'resolved' });
    expect((await remove(carol, there)).status).toBe(200);
    await ann.put(`/api/rooms/${room.id}/archive`);
    expect((await remove(ann)).body).toMatchObject({ status: 409, code: 'read_only' });
  });

  it('is empty on every path, live and later, with a new rev as what quotes it', async () => {
    const answer = await dave.send(room.chatPost.id, 'answer', { replyToId: message.id });
    const socket = await dave.open(room.chatPost.id);
    const { rev } = await body(remove(ann));
    const frame = await socket.waitFor('messages', ({ items }) => items.some(({ id }) => id === message.id));
    const [first, second] = frame.items;
    expect(first).toEqual({
      ...{ id: message.id, postId: message.postId, roomId: room.id, seq: message.seq, rev, authorId: bob.id },
      ...{ clientId: message.clientId, kind: 'text', createdAt: message.createdAt, state: 'removed', text: '' },
      ...{ mentions: [], attachments: [], reactions: [] },
    });
    expect(second).toMatchObject({ id: answer.id, rev: rev + 1, replyTo: { id: message.id, excerpt: '' } });
    expect(await messages()).toEqual(expect.arrayContaining(frame.items));
    for (const user of [ann, bob, dave])
      for (const path of [
        `/api/posts/${room.chatPost.id}/messages`,
        `/api/rooms/${room.id}`,
        '/api/sync',
        '/api/rooms',
      ])
        expect((await user.get(path)).text).not.toContain('SECRET');
    expect(await server.sql(`select text from messages where id = $1`, [message.id])).toEqual([{ text: '' }]);
  });

  it('takes its files with it: 410, off the lists, and off the disk', async () => {
    const file = await upload(bob, room.id, 'bytes', 'a.txt');
    const withFile = await sendWith(bob, room.chatPost.id, [file.id]);
    await body(remove(carol, withFile));
    expect((await download(dave, file.url)).status).toBe(410);
    expect((await body(dave.get<SharedFilePage>(`/api/rooms/${room.id}/files`))).items).toEqual([]);
    await eventually(() =>
      expect(storedFiles(server.dataDir).filter(({ path }) => path.includes(file.id))).toEqual([]),
    );
  });

  it('is the latest of its room without words', async () => {
    await body(remove(carol));
    expect((await body(dave.get<Room>(`/api/rooms/${room.id}`))).latest).toMatchObject({
      excerpt: '',
      seq: message.seq,
    });
  });

  it('tells its author and those who keep the room why, and the audit log', async () => {
    const why = (user: ChatUser) => user.get<MessageRemoval>(`/api/messages/${message.id}/removal`);
    expect((await why(bob)).status).toBe(404);
    await body(remove(carol, message, 'Off  topic\n'));
    for (const user of [ann, bob, carol])
      expect((await why(user)).body).toMatchObject({ reason: 'Off topic', actorId: carol.id });
    expect((await why(dave)).status).toBe(403);
    expect(await audited()).toEqual([
      {
        actor_id: carol.id,
        details: {
          ...{ roomId: room.id, postId: room.chatPost.id, seq: message.seq },
          ...{ authorId: bob.id, reason: 'Off topic' },
        },
      },
    ]);
  });

  it('stays as it is when it is removed or recalled again, and was recalled before', async () => {
    const removed = await body(remove(carol));
    expect(await body(remove(ann, message, 'Other'))).toEqual(removed);
    expect(await body(bob.post<Message>(`/api/messages/${message.id}/recall`))).toEqual(removed);
    expect(await audited()).toHaveLength(1);
    const other = await bob.send(room.chatPost.id);
    await body(bob.post(`/api/messages/${other.id}/recall`));
    expect((await body(remove(carol, other))).state).toBe('recalled');
    expect((await bob.patch(`/api/messages/${message.id}`, { text: 'x' })).body.code).toBe('read_only');
  });
});
