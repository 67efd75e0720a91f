import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import type { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { Reader } from '../kit/api/reader.js';
import { TestServer } from '../kit/api/test-server.js';

describe('changing a sent message', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;
  let socket: ChatClient;
  let message: Message;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
    socket = await bob.connect();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await bob.join(room.slug);
    message = await bob.send(room.chatPost.id, 'as sent');
  });

  const stored = async (): Promise<Message> =>
    (await ann.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`)).body.items.find(
      ({ id }) => id === message.id,
    )!;

  it('is for its author alone, the room owner and admins included', async () => {
    const other = await ann.connect();
    expect((await ann.patch(`/api/messages/${message.id}`, { text: 'x' })).status).toBe(403);
    expect((await ann.post(`/api/messages/${message.id}/recall`)).status).toBe(403);
    expect(await other.ask('message:edit', { messageId: message.id, text: 'x' })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await other.ask('message:recall', { messageId: message.id })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect((await server.ask(`/api/messages/${message.id}`, { method: 'PATCH', body: { text: 'x' } })).status).toBe(
      401,
    );
    expect(await stored()).toEqual(message);
    expect((await bob.patch<Message>(`/api/messages/${message.id}`, { text: 'edited' })).body.text).toBe('edited');
  });

  it('of the system is for nobody', async () => {
    const welcome = (await ann.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`)).body.items[0]!;
    expect((await ann.patch(`/api/messages/${welcome.id}`, { text: 'x' })).status).toBe(403);
    expect((await ann.post(`/api/messages/${welcome.id}/recall`)).status).toBe(403);
  });

  it('to nothing, too much or what is no text is refused', async () => {
    for (const [text, status] of [
      ['', 422],
      [' ', 422],
      ['x'.repeat(10_001), 422],
      ['\0', 422],
      [1, 422],
    ] as const)
      expect((await bob.patch(`/api/messages/${message.id}`, { text })).status).toBe(status);
    expect((await bob.patch(`/api/messages/${message.id}`, { text: 'a', seq: 1 })).status).toBe(422);
    expect((await bob.patch(`/api/messages/${message.id}`, { text: 'a', baseEditedAt: 'x' })).status).toBe(422);
    expect((await bob.patch('/api/messages/not-an-id', { text: 'a' })).status).toBe(404);
    expect(await stored()).toEqual(message);
  });

  it('takes a rev and the time, keeps its number, and the same text again changes nothing', async () => {
    const edited = (await bob.patch<Message>(`/api/messages/${message.id}`, { text: 'edited' })).body;
    expect(edited).toMatchObject({ seq: message.seq, rev: message.rev + 1, createdAt: message.createdAt });
    expect(Date.parse(edited.editedAt!)).toBeGreaterThan(Date.parse(message.createdAt));
    const again = await socket.done('message:edit', {
      messageId: message.id,
      text: 'edited',
      baseEditedAt: message.createdAt,
    });
    expect(again.message).toEqual(edited);
    expect(await stored()).toEqual(edited);
  });

  it('made on an older text is refused with the present one', async () => {
    const edited = (
      await bob.patch<Message>(`/api/messages/${message.id}`, { text: 'first', baseEditedAt: message.createdAt })
    ).body;
    const stale = await bob.patch(`/api/messages/${message.id}`, { text: 'second', baseEditedAt: message.createdAt });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale_edit', current: edited } });
    const answer = await socket.ask('message:edit', {
      messageId: message.id,
      text: 'x',
      baseEditedAt: message.createdAt,
    });
    expect(answer).toMatchObject({ error: { code: 'stale_edit', current: edited } });
    const next = await bob.patch<Message>(`/api/messages/${message.id}`, {
      text: 'second',
      baseEditedAt: edited.editedAt,
    });
    expect(next.body.text).toBe('second');
  });

  it('from two devices at once on the same text lets one through', async () => {
    const wishes = ['one', 'other'].map((text) =>
      bob.patch(`/api/messages/${message.id}`, { text, baseEditedAt: message.createdAt }),
    );
    expect((await Promise.all(wishes)).map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('by recalling leaves its number and author, nothing else, on every path', async () => {
    const quoting = await ann.send(room.chatPost.id, 'quoting', { replyToId: message.id });
    expect(quoting.replyTo?.excerpt).toBe('as sent');
    await ann.post(`/api/messages/${quoting.id}/recall`);
    const quote = await ann.send(room.chatPost.id, 'quoting', { replyToId: message.id });
    const last = await bob.send(room.chatPost.id, 'last words', { replyToId: message.id });
    const reader = await Reader.open(ann, room.chatPost.id);
    const tombstone = (await bob.post<Message>(`/api/messages/${message.id}/recall`)).body;
    const { id, postId, roomId, seq, clientId, authorId, kind, createdAt } = message;
    expect(tombstone).toEqual({
      ...{ id, postId, roomId, seq, clientId, authorId, kind, createdAt, rev: last.rev + 1, state: 'recalled' },
      ...{ text: '', mentions: [], attachments: [], reactions: [] },
    });
    expect(await stored()).toEqual(tombstone);
    await reader.reaches(last.rev + 3);
    expect(reader.messages.get(message.id)).toEqual(tombstone);
    expect(reader.messages.get(quote.id)).toMatchObject({ rev: last.rev + 2, replyTo: { id, excerpt: '' } });
    expect(reader.messages.get(last.id)).toMatchObject({
      rev: last.rev + 3,
      text: 'last words',
      replyTo: { excerpt: '' },
    });
    await bob.post(`/api/messages/${last.id}/recall`);
    const list = (await ann.get<RoomPage>('/api/rooms?scope=mine')).body.items.find((one) => one.id === room.id);
    expect(list?.latest).toMatchObject({ seq: last.seq, excerpt: '' });
    const late = await Reader.open(ann, room.chatPost.id);
    expect(JSON.stringify(late.list)).not.toMatch(/as sent|last words/u);
    const caught = await late.client.done('post:open', { postId: room.chatPost.id, rev: 1 });
    expect(JSON.stringify(caught)).not.toMatch(/as sent|last words/u);
    expect(await server.sql('select text from messages where id = any($1)', [[message.id, last.id]])).toEqual([
      { text: '' },
      { text: '' },
    ]);
  });

  it('by recalling is done once, and then it cannot be edited', async () => {
    const first = (await bob.post<Message>(`/api/messages/${message.id}/recall`)).body;
    expect((await bob.post<Message>(`/api/messages/${message.id}/recall`)).body).toEqual(first);
    expect((await socket.done('message:recall', { messageId: message.id })).message).toEqual(first);
    expect((await bob.patch(`/api/messages/${message.id}`, { text: 'x' })).body).toMatchObject({
      status: 409,
      code: 'read_only',
    });
    expect(await stored()).toEqual(first);
  });

  it('gives those that quote it a new rev, in one batch with it', async () => {
    const quote = await ann.send(room.chatPost.id, 'quoting', { replyToId: message.id });
    const reader = await Reader.open(ann, room.chatPost.id);
    const edited = (await bob.patch<Message>(`/api/messages/${message.id}`, { text: 'edited' })).body;
    await reader.reaches(edited.rev + 1);
    expect(reader.messages.get(quote.id)).toMatchObject({
      rev: edited.rev + 1,
      seq: quote.seq,
      replyTo: { excerpt: 'edited' },
    });
    expect(reader.client.all('messages')).toMatchObject([{ prevRev: quote.rev, rev: edited.rev + 1 }]);
  });
});
