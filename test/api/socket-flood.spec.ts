import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('a flood', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start({ RATE_LIMITS: 'on' });
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom();
    await bob.join(room.slug);
  });
  afterAll(() => server.stop());

  it('of messages is stopped with the time to wait, stores what it acknowledged, and a known key is answered still', async () => {
    const socket = await ann.connect();
    const keys = Array.from({ length: 260 }, () => randomUUID());
    const send = (clientId: string) =>
      socket.ask('message:send', { postId: room.chatPost.id, clientId, text: 'flood' });
    const answers = await Promise.all(keys.map(send));
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused).toHaveLength(60);
    for (const answer of refused)
      expect(answer).toMatchObject({ error: { code: 'rate_limited', retryAfterMs: expect.any(Number) } });
    const [{ n }] = (await server.sql<{ n: number }>(
      `select count(*)::int as n from messages where kind = 'text' and post_id = $1`,
      [room.chatPost.id],
    )) as [{ n: number }];
    expect(n).toBe(200);
    expect(await send(keys[0]!)).toEqual(answers[0]);
    const overHttp = await ann.post(`/api/posts/${room.chatPost.id}/messages`, { clientId: randomUUID(), text: 'x' });
    expect([overHttp.status, overHttp.body.code]).toEqual([429, 'rate_limited']);
    expect(Number(overHttp.headers.get('retry-after'))).toBeGreaterThan(0);
    const known = await ann.post<{ seq: number }>(`/api/posts/${room.chatPost.id}/messages`, {
      clientId: keys[0],
      text: 'x',
    });
    expect(known.status).toBe(201);
  });

  it('of events is refused without harm to others or to the process', async () => {
    const [flooding, other] = [await ann.connect(), await bob.connect()];
    const answers = await Promise.all(
      Array.from({ length: 2_000 }, () => flooding.askAnything('post:open', { postId: room.chatPost.id })),
    );
    expect(answers.filter(({ error }) => error?.code === 'rate_limited').length).toBeGreaterThan(1_000);
    expect(flooding.isConnected).toBe(true);
    expect((await other.ask('message:send', { postId: room.chatPost.id, clientId: randomUUID(), text: 'x' })).ok).toBe(
      true,
    );
    expect((await server.ask('/api/health/ready')).status).toBe(200);
  });

  it('of messages that wait for their turn is refused once too many do, and what waits is stored in order', async () => {
    const socket = await bob.connect();
    // The server asks the database again who belongs to the room, and that is not to be had: the others stand behind it.
    await ann.patch(`/api/rooms/${room.id}`, { about: 'new' });
    const unlock = await server.lock('room_members');
    const texts = Array.from({ length: 1_500 }, (_, index) => `waits ${index}`);
    const answers = texts.map((text) =>
      socket.askAnything('message:send', { postId: room.chatPost.id, clientId: randomUUID(), text }),
    );
    const refused = await Promise.all(answers.slice(1_000));
    for (const answer of refused) expect(answer).toMatchObject({ error: { code: 'busy', retryAfterMs: 1_000 } });
    await unlock();
    const taken = await Promise.all(answers.slice(0, 1_000));
    const stopped = taken.findIndex(({ ok }) => !ok);
    expect(stopped).toBeGreaterThan(100);
    const stored = await server.sql<{ text: string }>(
      `select text from messages where text like 'waits %' order by seq`,
    );
    expect(stored.map(({ text }) => text)).toEqual(texts.slice(0, stopped));
  });

  it('of unknown events is answered and survived', async () => {
    const socket = await bob.connect();
    const answers = await Promise.all(Array.from({ length: 3_000 }, () => socket.askAnything('no:such', {})));
    expect(new Set(answers.map(({ ok }) => ok))).toEqual(new Set([false]));
    expect((await server.ask('/api/health/ready')).status).toBe(200);
  });
});
