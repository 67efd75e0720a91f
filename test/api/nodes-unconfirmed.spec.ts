import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { Reader } from '../kit/api/reader.js';
import { TestServer } from '../kit/api/test-server.js';
import type { Cable } from '../kit/cable.js';
import { startRedis, type TestRedis } from '../kit/redis.js';

describe('a node that cannot ask the database what its sockets may hear', () => {
  let redis: TestRedis;
  let server: TestServer;
  let cable: Cable;
  let ann: ChatUser;
  let bob: ChatUser;
  let postId: string;

  beforeAll(async () => {
    redis = await startRedis();
    server = await TestServer.start({ REDIS_URL: redis.url });
    const database = await server.cableToDatabase();
    cable = database.cable;
    const node = await server.startBeside(database.variables);
    ann = await server.register('ann');
    bob = (await server.register('bob')).at(node.address);
    const room = await ann.createRoom();
    postId = room.chatPost.id;
    await bob.join(room.slug);
  });
  afterAll(async () => {
    await server.stop();
    await cable.remove();
    await redis.stop();
  });

  it('sends them nothing after ten seconds, though it hears the others; when it can again, all of it, once', async () => {
    const reader = await Reader.open(bob, postId);
    const { rev } = await ann.send(postId, 'heard');
    await reader.reaches(rev, 1_000);
    cable.pull();
    await pause(10_500);
    reader.client.forget();
    await ann.sendAll(postId, ['unheard', 'unheard too']);
    await pause(1_000);
    expect(reader.client.heard).toEqual([]);
    cable.plug();
    await reader.reaches(rev + 2, 10_000);
    expect(reader.list.map(({ text }) => text).slice(1)).toEqual(['heard', 'unheard', 'unheard too']);
    expect(reader.gaps).toEqual([]);
    await reader.client.waitFor('sync');
    const { rev: last } = await ann.send(postId, 'heard again');
    await reader.reaches(last, 1_000);
  }, 60_000);
});
