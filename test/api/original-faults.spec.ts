import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, sendWith, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';

// Each fault of the system that Roomers began as is done again, with the request of then and a second account.
describe('faults of the original, in messages', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;
  let message: Message;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await bob.join(room.slug);
    message = await bob.send(room.chatPost.id, 'of bob');
  });

  const history = async (): Promise<MessagePage> =>
    (await bob.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`)).body;

  it('D1: nobody takes back the message of another, by socket or without a session', async () => {
    const before = await history();
    const anns = await ann.open(room.chatPost.id);
    const commands: [string, object][] = [
      ['message:recall', { messageId: message.id }],
      ['message:edit', { messageId: message.id, text: '' }],
      ['message:edit', { messageId: message.id, text: 'of ann' }],
      ['delete_message', { type: 'delete_message', uid: message.id }],
      ['message', { type: 'delete_message', uid: message.id }],
    ];
    for (const [event, payload] of commands) {
      const answer = await anns.askAnything(event, payload);
      expect(['forbidden', 'validation_failed', 'unknown_event']).toContain(answer.error?.code);
    }
    const anonymous = await server.ask(`/api/messages/${message.id}/recall`, { method: 'POST' });
    expect(anonymous).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(await history()).toEqual(before);
    expect((await bob.post(`/api/messages/${message.id}/recall`)).status).toBe(200);
  });

  it('D2: nobody connects without a session or from a foreign page, and nothing is heard', async () => {
    await expect(ChatClient.connect(server.address, {})).rejects.toThrow();
    await expect(ChatClient.connect(server.address, { protocol: 1 })).rejects.toThrow('unauthenticated');
    const auth = { token: ann.token, protocol: 1 };
    await expect(ChatClient.connect(server.address, auth, { origin: 'https://evil.example' })).rejects.toThrow();
    const own = await ChatClient.connect(server.address, auth, { origin: server.address });
    expect(own.isConnected).toBe(true);
    own.close();
  });

  it('D3: taking a message back reaches everybody at once', async () => {
    const anns = await ann.open(room.chatPost.id);
    await bob.post(`/api/messages/${message.id}/recall`);
    const frame = await anns.waitFor('messages', ({ items }) => items[0]?.state === 'recalled');
    expect(frame.items).toMatchObject([{ id: message.id, text: '' }]);
  });

  it('D4: what cannot be saved reaches nobody, and its sender is told and stays connected', async () => {
    const anns = await ann.open(room.chatPost.id);
    const bobs = await bob.open(room.chatPost.id);
    const ghosts = [
      { postId: '019a0000-0000-7000-8000-000000000000', clientId: randomUUID(), text: 'ghost' },
      { postId: 'ghost', clientId: randomUUID(), text: 'ghost' },
      { postId: room.chatPost.id, clientId: randomUUID(), text: 'ghost', replyToId: randomUUID() },
      { postId: room.chatPost.id, clientId: randomUUID(), text: 'ghost', attachmentIds: [randomUUID()] },
      { postId: room.chatPost.id, clientId: randomUUID(), text: 'ghost\0' },
    ];
    for (const ghost of ghosts) expect((await bobs.askAnything('message:send', ghost)).ok).toBe(false);
    await server.sql(`alter table messages add constraint no_ghosts check (text <> 'ghost')`);
    const wish = { postId: room.chatPost.id, clientId: randomUUID(), text: 'ghost' };
    expect((await bobs.ask('message:send', wish)).ok).toBe(false);
    await server.sql('alter table messages drop constraint no_ghosts');
    await pause(1_200);
    expect(anns.all('messages')).toEqual([]);
    expect(anns.all('activity').filter(({ roomId }) => roomId === room.id)).toEqual([]);
    expect((await history()).items.map(({ text }) => text)).not.toContain('ghost');
    expect((await bobs.done('message:send', wish)).message.text).toBe('ghost');
  });

  it('D5: a message is shown in the post in which it is stored, whatever its body says', async () => {
    const topic = await ann.createPost(room.id);
    const [inChat, inTopic] = [await ann.open(room.chatPost.id), await ann.open(topic.id)];
    const bobs = await bob.open(room.chatPost.id);
    const wish = { postId: topic.id, clientId: randomUUID(), text: 'where?' };
    expect((await bobs.askAnything('message:send', { ...wish, post_name: 'chat' })).error?.code).toBe(
      'validation_failed',
    );
    await bobs.done('message:send', wish);
    await inTopic.waitFor('messages', ({ items }) => items[0]?.text === 'where?');
    expect(inChat.all('messages')).toEqual([]);
    const { body } = await bob.get<MessagePage>(`/api/posts/${topic.id}/messages`);
    expect(body.items.map(({ text }) => text)).toEqual(['where?']);
    const elsewhere = await bob.post(`/api/posts/${topic.id}/messages`, {
      ...wish,
      clientId: randomUUID(),
      postId: room.chatPost.id,
    });
    expect(elsewhere.status).toBe(422);
  });

  it('D6: markup is text: it is stored and answered as it was written, as JSON, under a policy that runs no script', async () => {
    const text = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    await bob.send(room.chatPost.id, text);
    const answer = await ann.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`);
    expect(answer.body.items.at(-1)?.text).toBe(text);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(/script-src[^;]*/u.exec(policy)?.[0]).not.toContain('unsafe');
  });

  it('D7: a file is seen at once by those in the room, and given to nobody without a session, nor as a page', async () => {
    const closed = await ann.createRoom({ visibility: 'private' });
    const anns = await ann.open(closed.chatPost.id);
    const { id, url } = await upload(ann, closed.id, '<script>alert(1)</script>', 'evil.html');
    await sendWith(ann, closed.chatPost.id, [id]);
    const { items } = await anns.waitFor('messages', ({ items: [first] }) => first?.attachments.length === 1);
    expect(items[0]?.attachments[0]).toMatchObject({ id, name: 'evil.html' });
    const { status, headers } = await download(ann, url);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain/u);
    expect(headers.get('content-disposition')).toMatch(/^attachment/u);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect((await server.ask(url)).status).toBe(401);
    expect((await download(bob, url)).status).toBe(404);
  });

  it('D19: an own new message carries all it takes to take it back at once', async () => {
    const bobs = await bob.open(room.chatPost.id);
    const wish = { postId: room.chatPost.id, clientId: randomUUID(), text: 'at once' };
    bobs.socket.emit('message:send', wish, () => undefined);
    const { items } = await bobs.waitFor('messages', ({ items: [first] }) => first?.clientId === wish.clientId);
    expect(items[0]).toMatchObject({ id: expect.any(String), createdAt: expect.any(String), authorId: bob.id });
    expect((await bobs.done('message:recall', { messageId: items[0]!.id })).message.state).toBe('recalled');
  });

  it('D20: an empty message, and one that is too long, is refused and stored nowhere', async () => {
    const anns = await ann.open(room.chatPost.id);
    const bobs = await bob.open(room.chatPost.id);
    for (const text of ['', '   ', 'x'.repeat(10_001)]) {
      const wish = { postId: room.chatPost.id, clientId: randomUUID(), text };
      expect(await bobs.ask('message:send', wish)).toMatchObject({ error: { code: 'validation_failed' } });
    }
    const long = { postId: room.chatPost.id, clientId: randomUUID(), text: 'x'.repeat(10_000) };
    expect((await bobs.done('message:send', long)).message.text).toHaveLength(10_000);
    await anns.waitFor('messages');
    expect((await history()).head.lastSeq).toBe(3);
  });

  it('D30: what was sent while somebody was away is there when they come back, all of it', async () => {
    const anns = await ann.open(room.chatPost.id);
    const { head } = await anns.done('post:open', { postId: room.chatPost.id });
    anns.close();
    const bobs = await bob.connect();
    const texts = Array.from({ length: 150 }, (_, index) => `while away ${index}`);
    await Promise.all(
      texts.map((text) => bobs.done('message:send', { postId: room.chatPost.id, clientId: randomUUID(), text })),
    );
    const back = await ann.connect();
    const caught = await back.done('post:open', { postId: room.chatPost.id, rev: head.rev });
    expect([caught.complete, caught.items.map(({ text }) => text)]).toEqual([true, texts]);
  });
});
