import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Message } from '#contracts/message.dto.js';
import { ask } from '../kit/api/answer.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { Reader } from '../kit/api/reader.js';
import { startWithRedis } from '../kit/api/nodes.js';
import type { TestServer } from '../kit/api/test-server.js';
import { expectSoon } from '../kit/eventually.js';
import type { TestRedis } from '../kit/redis.js';

describe('two nodes, when Redis', () => {
  let redis: TestRedis;
  let server: TestServer;
  let there: string;
  let ann: ChatUser;
  let bob: ChatUser;
  let postId: string;
  let anns: ChatClient;
  let near: Reader;
  let far: Reader;

  beforeAll(async () => {
    ({ redis, server } = await startWithRedis());
    there = (await server.startBeside({})).address;
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  beforeEach(async () => {
    const room = await ann.createRoom();
    postId = room.chatPost.id;
    await bob.join(room.slug);
    anns = await ann.connect();
    near = await Reader.open(bob, postId);
    far = await Reader.open(bob.at(there), postId);
    await expectSoon(ready, { status: 'ok', database: 'up', redis: 'up' });
  });
  afterEach(() => {
    for (const { client } of [near, far]) client.close();
    anns.close();
  });
  afterAll(() => server.stop());

  const ready = async (): Promise<unknown> => (await ask(server.address, '/api/health/ready')).body;

  async function send(text: string): Promise<Message> {
    const begun = performance.now();
    const { message } = await anns.done('message:send', { postId, clientId: randomUUID(), text });
    expect(performance.now() - begun).toBeLessThan(1_000);
    return message;
  }

  /** What happens meanwhile: readers of the sender's node see it at once. @returns the rev of the last change */
  async function writeMeanwhile(first: Message): Promise<number> {
    for (const text of ['one', 'two', 'three']) await send(text);
    await anns.done('message:edit', { messageId: first.id, text: 'edited' });
    const gone = await send('taken back');
    const { message } = await anns.done('message:recall', { messageId: gone.id });
    await near.reaches(message.rev, 1_000);
    return message.rev;
  }

  async function isWhole(rev: number, milliseconds: number): Promise<void> {
    await far.reaches(rev, milliseconds);
    expect(far.list).toEqual(near.list);
    expect(far.list.map(({ text }) => text).slice(1)).toEqual(['edited', 'one', 'two', 'three', '']);
    expect(far.gaps).toEqual([]);
  }

  it('is gone and comes back: sends go on, and readers of the other node have all of it within five seconds, once', async () => {
    const first = await send('first');
    await far.reaches(first.rev, 1_000);
    await redis.stop();
    const rev = await writeMeanwhile(first);
    await expectSoon(ready, { status: 'down', database: 'up', redis: 'down' });
    expect((await ask(server.address, '/api/health/ready')).status).toBe(503);
    await redis.restart();
    await isWhole(rev, 5_000);
    await expectSoon(ready, { status: 'ok', database: 'up', redis: 'up' });
    await far.client.waitFor('sync', undefined, 10_000);
    const last = await send('as before');
    await far.reaches(last.rev, 1_000);
  });

  it('takes everything and answers nothing: the same', async () => {
    const first = await send('first');
    await far.reaches(first.rev, 1_000);
    redis.signal('SIGSTOP');
    const rev = await writeMeanwhile(first);
    await expectSoon(ready, { status: 'down', database: 'up', redis: 'down' });
    redis.signal('SIGCONT');
    await isWhole(rev, 5_000);
    await expectSoon(ready, { status: 'ok', database: 'up', redis: 'up' });
    const last = await send('as before');
    await far.reaches(last.rev, 1_000);
  });

  it('is not there when a node starts: the node serves all the same, hears the others later, and stops in good order', async () => {
    await redis.stop();
    const late = await server.startBeside({});
    const reader = await Reader.open(bob.at(late.address), postId);
    const { rev } = await ann.at(late.address).send(postId, 'written there');
    await reader.reaches(rev, 1_000);
    await redis.restart();
    await near.reaches(rev, 5_000);
    const back = await send('written here');
    await reader.reaches(back.rev, 5_000);
    await redis.stop();
    expect(await late.stop()).toEqual({ code: 0, signal: null });
    await redis.restart();
  }, 40_000);

  it('stays away for a while: one line of the log says so, and no other is written again and again', async () => {
    const before = server.log.length;
    await redis.stop();
    await pause(8_000);
    await send('meanwhile');
    const lines = server.log.slice(before).split('\n');
    expect(lines.filter((line) => line.includes('Redis cannot be reached'))).toHaveLength(1);
    expect(lines.length).toBeLessThan(12);
    await redis.restart();
    await expectSoon(ready, { status: 'ok', database: 'up', redis: 'up' });
  }, 30_000);
});
