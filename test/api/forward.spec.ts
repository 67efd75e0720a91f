import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Message, MessagePage, MessageSource } from '#contracts/message.dto.js';
import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('forwarding a message', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let carol: ChatUser;
  let hidden: Room;
  let open: Room;
  let target: Post;
  let message: Message;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, carol] = await server.registerAll('ann', 'bob', 'carol');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    hidden = await ann.createRoom({ name: 'Hidden', visibility: 'private' });
    open = await ann.createRoom({ name: 'Open' });
    await ann.add(hidden.id, bob);
    await Promise.all([bob.join(open.slug), carol.join(open.slug)]);
    target = await carol.createPost(open.id);
    message = await ann.send(hidden.chatPost.id, 'words of ann');
  });

  const forward = <Body = Message>(user: ChatUser, id = message.id, wish: object = {}) =>
    user.post<Body>(`/api/messages/${id}/forward`, { postId: target.id, clientId: randomUUID(), ...wish });
  const messages = async (user = carol): Promise<Message[]> =>
    (await body(user.get<MessagePage>(`/api/posts/${target.id}/messages`))).items;
  const source = (user: ChatUser, { id }: Message) => user.get<MessageSource>(`/api/messages/${id}/source`);

  it('needs a session, a message that one may read, and a post in which one may write', async () => {
    const path = `/api/messages/${message.id}/forward`;
    const wish = { postId: target.id, clientId: randomUUID() };
    expect((await server.ask(path, { method: 'POST', body: wish })).status).toBe(401);
    for (const id of [message.id, randomUUID(), 'x']) expect((await forward(carol, id)).status).toBe(404);
    expect((await forward(bob, message.id, { postId: randomUUID() })).status).toBe(404);
    const elsewhere = await ann.createRoom();
    expect((await forward(bob, message.id, { postId: elsewhere.chatPost.id })).status).toBe(403);
    await carol.patch(`/api/rooms/${open.id}/posts/${target.id}`, { state: 'resolved' });
    expect((await forward(bob)).body).toMatchObject({ status: 409, code: 'read_only' });
    await carol.patch(`/api/rooms/${open.id}/posts/${target.id}`, { state: 'active' });
    for (const wrong of [{ postId: 'x' }, { clientId: 'x' }, { text: 'x'.repeat(10_001) }, { more: 1 }])
      expect((await forward(bob, message.id, wrong)).status).toBe(422);
    expect(await messages()).toEqual([]);
    expect((await forward(bob)).status).toBe(201);
  });

  it('refuses what Roomers wrote and what was taken back', async () => {
    const { items } = await body(bob.get<MessagePage>(`/api/posts/${hidden.chatPost.id}/messages`));
    expect((await forward(bob, items[0]!.id)).status).toBe(403);
    await body(ann.post(`/api/messages/${message.id}/recall`));
    expect((await forward(bob)).body).toMatchObject({ status: 409, code: 'read_only' });
    expect(await messages()).toEqual([]);
  });

  it('makes a message of its own, live and later, with whose words they are and since when', async () => {
    const socket = await carol.open(target.id);
    const sent = await body(forward(bob, message.id, { text: 'look' }));
    expect(sent).toMatchObject({
      ...{ authorId: bob.id, postId: target.id, roomId: open.id, seq: 1, text: 'look', kind: 'text', state: 'live' },
      forwardedFrom: { authorId: ann.id, at: message.createdAt, text: 'words of ann' },
    });
    expect((await socket.waitFor('messages')).items).toEqual([sent]);
    expect(await messages()).toEqual([sent]);
    expect((await body(bob.get<Post>(`/api/rooms/${open.id}/posts/${target.id}`))).unread).toBe(0);
    const tells = await body(forward(bob));
    expect(tells.text).toBe('');
    const room = await body(carol.get<Room>(`/api/rooms/${open.id}`));
    expect(room.latest).toMatchObject({ postId: target.id, seq: 2, excerpt: 'words of ann' });
    const quoting = await carol.send(target.id, 'answer', { replyToId: tells.id });
    expect(quoting.replyTo?.excerpt).toBe('words of ann');
  });

  it('says where it stands only to who may read it there, and nothing of a private room to others', async () => {
    const sent = await body(forward(bob));
    const heard = JSON.stringify([sent, await messages(), (await carol.get('/api/sync')).body]);
    for (const secret of [hidden.id, hidden.chatPost.id, message.id, hidden.slug]) expect(heard).not.toContain(secret);
    expect(await body(source(bob, sent))).toEqual({
      ...{ roomId: hidden.id, roomSlug: hidden.slug, postId: hidden.chatPost.id, postSlug: 'chat' },
      ...{ messageId: message.id, seq: message.seq },
    });
    const [notHers, none] = [await source(carol, sent), await source(carol, { ...sent, id: randomUUID() })];
    expect([notHers.status, notHers.body]).toEqual([404, { ...none.body, requestId: expect.anything() }]);
    await ann.delete(`/api/rooms/${hidden.id}/members/${bob.name}`);
    expect((await source(bob, sent)).status).toBe(404);
    await ann.patch(`/api/rooms/${hidden.id}`, { visibility: 'public' });
    expect((await source(carol, sent)).status).toBe(200);
    await ann.post(`/api/rooms/${hidden.id}/deletion`, { confirmName: 'Hidden' });
    expect((await source(ann, sent)).status).toBe(404);
    expect((await source(bob, await bob.send(target.id))).status).toBe(404);
  });

  it('stores it once: the same key again is answered with it, and with another post refused', async () => {
    const clientId = randomUUID();
    const sent = await body(forward(bob, message.id, { clientId }));
    expect(await body(forward(bob, message.id, { clientId: clientId.toUpperCase() }))).toEqual(sent);
    await body(ann.post(`/api/messages/${message.id}/recall`));
    // Before policy: the answer may have been lost.
    expect(await body(forward(bob, message.id, { clientId }))).toEqual(sent);
    expect((await forward(bob, message.id, { clientId, postId: open.chatPost.id })).body).toMatchObject({
      code: 'client_id_reused',
    });
    expect(await messages()).toEqual([sent]);
  });

  it('keeps the words when the other is edited or taken back, and loses them when it is itself', async () => {
    const sent = await body(forward(bob));
    await body(ann.patch(`/api/messages/${message.id}`, { text: 'other words' }));
    await body(ann.post(`/api/messages/${message.id}/recall`));
    expect(await messages()).toEqual([sent]);
    const edited = await body(bob.patch<Message>(`/api/messages/${sent.id}`, { text: 'mine' }));
    expect(edited).toMatchObject({ text: 'mine', forwardedFrom: sent.forwardedFrom });
    expect((await body(bob.patch<Message>(`/api/messages/${sent.id}`, { text: '' }))).text).toBe('');
    const gone = await body(bob.post<Message>(`/api/messages/${sent.id}/recall`));
    expect(gone).not.toHaveProperty('forwardedFrom');
    expect(await server.sql(`select id from messages where id = $1 and forwarded is not null`, [sent.id])).toEqual([]);
    expect((await source(bob, sent)).status).toBe(404);
  });

  it('of what was forwarded is of the first', async () => {
    const first = await body(forward(bob, message.id, { text: 'look' }));
    const second = await body(forward(carol, first.id));
    expect(second).toMatchObject({ authorId: carol.id, text: '', forwardedFrom: first.forwardedFrom });
    expect((await source(carol, second)).status).toBe(404);
    expect((await body(source(ann, second))).messageId).toBe(message.id);
  });

  it('while it is taken back stores all or nothing', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await ann.send(hidden.chatPost.id, `round ${round}`);
      const [sent] = await Promise.all([forward(bob, one.id), ann.post(`/api/messages/${one.id}/recall`)]);
      const texts = (await messages()).map(({ forwardedFrom }) => forwardedFrom?.text);
      expect(texts.includes(one.text)).toBe(sent.status === 201);
    }
  });
});
