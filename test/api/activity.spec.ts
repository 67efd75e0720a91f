import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('activity', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let eve: ChatUser;
  let room: Room;
  let anns: ChatClient;
  let bobs: ChatClient;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, eve] = await server.registerAll('ann', 'bob', 'eve');
    anns = await ann.connect();
    bobs = await bob.connect();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await bob.join(room.slug);
    bobs.forget();
  });

  const send = (text: string) => anns.done('message:send', { postId: room.chatPost.id, clientId: randomUUID(), text });

  it('tells members who look elsewhere, and no visitor', async () => {
    const visitor = await eve.connect();
    const { message } = await send('hello  **there**');
    const { seq, rev, createdAt } = message;
    expect(await bobs.waitFor('activity')).toEqual({
      ...{
        roomId: room.id,
        postId: room.chatPost.id,
        lastSeq: seq,
        rev,
        at: createdAt,
        authorId: ann.id,
        mentions: [],
      },
      excerpt: 'hello **there**',
    });
    expect(bobs.all('messages')).toEqual([]);
    expect(visitor.all('activity')).toEqual([]);
  });

  it('comes at most once a second a post, and the last one always', async () => {
    for (let count = 0; count < 40; count += 1) {
      await send(`text ${count}`);
      await pause(50);
    }
    await bobs.waitFor('activity', ({ excerpt }) => excerpt === 'text 39', 2_500);
    const times = bobs.heard.filter(({ event }) => event === 'activity').map(({ at }) => at);
    expect(times.length).toBeGreaterThan(2);
    expect(times.length).toBeLessThan(7);
    const gaps = times.slice(1).map((at, index) => at - times[index]!);
    expect(Math.min(...gaps)).toBeGreaterThan(900);
  });

  it('of two posts come side by side', async () => {
    const topic = await ann.createPost(room.id);
    await Promise.all([send('in the chat'), ann.send(topic.id, 'in the topic')]);
    await bobs.waitFor('activity', ({ postId }) => postId === topic.id, 500);
    await bobs.waitFor('activity', ({ postId }) => postId === room.chatPost.id, 500);
  });

  it('comes again when the message it shows is edited or taken back, and not for an older one', async () => {
    const older = (await send('older')).message;
    const { message } = await send('as sent');
    await bobs.waitFor('activity', ({ excerpt }) => excerpt === 'as sent', 2_500);
    await ann.patch(`/api/messages/${message.id}`, { text: 'edited' });
    await bobs.waitFor('activity', ({ excerpt, lastSeq }) => excerpt === 'edited' && lastSeq === message.seq, 2_500);
    await pause(1_100);
    bobs.forget();
    await ann.patch(`/api/messages/${older.id}`, { text: 'older, edited' });
    await pause(1_200);
    expect(bobs.all('activity')).toEqual([]);
    await ann.post(`/api/messages/${message.id}/recall`);
    const last = await bobs.waitFor('activity', undefined, 2_500);
    expect(last).toMatchObject({ lastSeq: message.seq, excerpt: '', authorId: ann.id });
  });

  it('cuts a long text to its first words', async () => {
    await send(`${'很长 '.repeat(200)}end`);
    const { excerpt } = await bobs.waitFor('activity');
    expect([...excerpt].length).toBeLessThanOrEqual(140);
  });
});
