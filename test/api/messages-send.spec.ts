import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import type { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

const NOBODY = '019a0000-0000-7000-8000-000000000000';

interface Outcome {
  code: string;
  message?: Message;
}

describe('sending a message', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let eve: ChatUser;
  let room: Room;
  let sockets: Map<ChatUser, ChatClient>;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, eve] = await server.registerAll('ann', 'bob', 'eve');
    sockets = new Map(await Promise.all([ann, bob, eve].map(async (user) => [user, await user.connect()] as const)));
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await bob.join(room.slug);
  });

  /** Both doors, answering alike. */
  const doors = {
    http: async (user: ChatUser, postId: string, wish: object): Promise<Outcome> => {
      const { status, body } = await user.post<Message & { code?: string }>(`/api/posts/${postId}/messages`, wish);
      return status === 201 ? { code: 'ok', message: body } : { code: body.code ?? '' };
    },
    socket: async (user: ChatUser, postId: string, wish: object): Promise<Outcome> => {
      const answer = await sockets.get(user)!.askAnything('message:send', { postId, ...wish });
      return answer.ok
        ? { code: 'ok', message: (answer as unknown as { message: Message }).message }
        : { code: answer.error?.code ?? '' };
    },
  };
  const count = async (): Promise<unknown> => server.sql('select count(*) from messages');

  describe.each(Object.entries(doors))('over %s', (_, send) => {
    const wish = (more: object = {}): object => ({ clientId: randomUUID(), text: 'hello', ...more });

    it('is refused where nothing may be written', async () => {
      const secret = await ann.createRoom({ visibility: 'private' });
      expect((await send(eve, room.chatPost.id, wish())).code).toBe('forbidden');
      expect((await send(eve, secret.chatPost.id, wish())).code).toBe('not_found');
      for (const postId of [NOBODY, 'not-an-id', room.id])
        expect((await send(ann, postId, wish())).code).not.toBe('ok');
      const topic = await ann.createPost(room.id);
      await ann.patch(`/api/rooms/${room.id}/posts/${topic.id}`, { state: 'resolved' });
      expect((await send(bob, topic.id, wish())).code).toBe('read_only');
      const stored = `select text from messages where kind = 'text' and post_id = any($1)`;
      expect(await server.sql(stored, [[room.chatPost.id, secret.chatPost.id, topic.id]])).toEqual([]);
      await ann.patch(`/api/rooms/${room.id}/posts/${topic.id}`, { state: 'active' });
      expect((await send(bob, topic.id, wish())).code).toBe('ok');
    });

    it.each<[string, object, string]>([
      ['an empty text', { text: '' }, 'validation_failed'],
      ['a text of spaces', { text: ' \n\t ' }, 'validation_failed'],
      ['no text', { text: undefined }, 'validation_failed'],
      ['a text that is none', { text: { a: 1 } }, 'validation_failed'],
      ['a text that is too long', { text: 'x'.repeat(10_001) }, 'validation_failed'],
      ['a NUL', { text: 'a\0b' }, 'text_invalid'],
      ['half a character', { text: 'a\ud800b' }, 'text_invalid'],
      ['no key', { clientId: undefined }, 'validation_failed'],
      ['a key that is none', { clientId: 'abc' }, 'validation_failed'],
      ['an unknown field', { authorId: NOBODY }, 'validation_failed'],
      ['eleven files', { attachmentIds: Array.from({ length: 11 }, () => randomUUID()) }, 'validation_failed'],
      ['the same file twice', { attachmentIds: [NOBODY, NOBODY] }, 'validation_failed'],
      ['a file of nobody', { attachmentIds: [NOBODY] }, 'attachment_unusable'],
      ['a quote of nothing', { replyToId: NOBODY }, 'validation_failed'],
      ['a quote that is no id', { replyToId: 'abc' }, 'validation_failed'],
    ])('is refused with %s', async (__, change, code) => {
      const before = await count();
      const wrong = wish(change);
      expect((await send(bob, room.chatPost.id, wrong)).code).toBe(code);
      expect(await count()).toEqual(before);
      const { clientId } = wrong as { clientId?: string };
      if (clientId?.length === 36)
        expect((await send(bob, room.chatPost.id, { clientId, text: 'its key is still free' })).code).toBe('ok');
    });

    it('cannot quote a message of another post', async () => {
      const topic = await ann.createPost(room.id);
      const { id } = await ann.send(topic.id);
      expect((await send(bob, room.chatPost.id, wish({ replyToId: id }))).code).toBe('validation_failed');
      const good = await send(bob, topic.id, wish({ replyToId: id }));
      expect(good.message?.replyTo).toEqual({ id, seq: 1, authorId: ann.id, excerpt: 'hello' });
    });

    it('stores what was sent, cleaned of what nobody sees', async () => {
      const clientId = randomUUID();
      const text = 'e\u0301 **你好**\u0007\n\t<img src=x onerror=alert(1)>';
      const { message } = await send(bob, room.chatPost.id, { clientId, text });
      expect(message).toMatchObject({
        ...{ clientId, authorId: bob.id, postId: room.chatPost.id, roomId: room.id, seq: 2, rev: 2, kind: 'text' },
        ...{ text: 'é **你好**\n\t<img src=x onerror=alert(1)>', state: 'live', attachments: [], reactions: [] },
      });
      const { items } = (await ann.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`)).body;
      expect(items.at(-1)).toEqual(message);
    });

    it('counts characters as people do', async () => {
      expect((await send(bob, room.chatPost.id, wish({ text: '😀'.repeat(10_000) }))).code).toBe('ok');
      expect((await send(bob, room.chatPost.id, wish({ text: '😀'.repeat(10_001) }))).code).toBe('validation_failed');
    });

    it('again with its key answers the stored message, before rules, limits and validation', async () => {
      const clientId = randomUUID();
      const { message } = await send(bob, room.chatPost.id, { clientId, text: 'once' });
      for (const again of [
        { text: 'once' },
        { text: 'other' },
        { text: '' },
        { text: 'x'.repeat(20_000) },
        { x: 1 },
        {},
      ])
        expect((await send(bob, room.chatPost.id, { clientId, ...again })).message).toEqual(message);
      expect((await send(bob, room.chatPost.id.toUpperCase(), { clientId, text: 'a' })).message).toEqual(message);
      await ann.patch(`/api/rooms/${room.id}`, { visibility: 'private' });
      await ann.delete(`/api/rooms/${room.id}/members/${bob.name}`);
      expect((await send(bob, room.chatPost.id, wish())).code).toBe('not_found');
      expect((await send(bob, room.chatPost.id, { clientId, text: 'once' })).message).toEqual(message);
      expect(await server.sql('select count(*)::int as n from messages where client_id = $1', [clientId])).toEqual([
        { n: 1 },
      ]);
    });

    it('answers alike whatever the case of its ids', async () => {
      const clientId = randomUUID();
      const first = await send(bob, room.chatPost.id.toUpperCase(), { clientId: clientId.toUpperCase(), text: 'a' });
      expect(first.message).toMatchObject({ clientId, postId: room.chatPost.id });
      expect((await send(bob, room.chatPost.id, { clientId, text: 'a' })).message).toEqual(first.message);
      const quote = { clientId: randomUUID(), text: 'b', replyToId: first.message!.id.toUpperCase() };
      expect((await send(bob, room.chatPost.id, quote)).message?.replyTo?.id).toBe(first.message!.id);
    });

    it('with the key of another post is refused, and with that of another person is not', async () => {
      const clientId = randomUUID();
      const topic = await ann.createPost(room.id);
      expect((await send(bob, room.chatPost.id, { clientId, text: 'a' })).code).toBe('ok');
      expect((await send(bob, topic.id, { clientId, text: 'a' })).code).toBe('client_id_reused');
      expect((await send(bob, NOBODY, { clientId, text: 'a' })).code).toBe('client_id_reused');
      expect((await send(ann, topic.id, { clientId, text: 'a' })).code).toBe('ok');
    });
  });

  it('over both doors and many sockets at once with one key stores it once, and answers all alike', async () => {
    const clientId = randomUUID();
    const tabs = await Promise.all(Array.from({ length: 4 }, () => bob.connect()));
    const wish = { clientId, text: 'once' };
    const answers = await Promise.all([
      ...tabs.map(async (tab) => (await tab.done('message:send', { postId: room.chatPost.id, ...wish })).message),
      ...Array.from({ length: 4 }, async () => (await doors.http(bob, room.chatPost.id, wish)).message!),
    ]);
    expect(new Set(answers.map((message) => JSON.stringify(message))).size).toBe(1);
    expect(await server.sql('select count(*)::int as n from messages where client_id = $1', [clientId])).toEqual([
      { n: 1 },
    ]);
    expect(await server.sql('select last_seq, rev from post_heads where post_id = $1', [room.chatPost.id])).toEqual([
      { last_seq: 2, rev: 2 },
    ]);
  });

  it('at the same time with one key to two posts goes to one of them, and takes no number in the other', async () => {
    const topic = await ann.createPost(room.id);
    const clientId = randomUUID();
    const other = await bob.connect();
    const [one, two] = await Promise.all([
      sockets.get(bob)!.ask('message:send', { postId: room.chatPost.id, clientId, text: 'a' }),
      other.ask('message:send', { postId: topic.id, clientId, text: 'a' }),
    ]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    const refused = one.ok ? two : one;
    expect(refused).toMatchObject({ error: { code: 'client_id_reused' } });
    const heads = await server.sql<{ n: number }>('select sum(last_seq)::int as n from post_heads where room_id = $1', [
      room.id,
    ]);
    expect(heads).toEqual([{ n: 2 }]);
  });

  it('keeps the order in which one socket sent', async () => {
    const socket = sockets.get(bob)!;
    const texts = Array.from({ length: 60 }, (_, index) => `message ${index}`);
    const sent = await Promise.all(
      texts.map((text) => socket.done('message:send', { postId: room.chatPost.id, clientId: randomUUID(), text })),
    );
    expect(sent.map(({ message }) => message.seq)).toEqual(texts.map((_, index) => index + 2));
    const { items } = (await bob.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages?limit=200`)).body;
    expect(items.slice(1).map(({ text }) => text)).toEqual(texts);
  });
});
