import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ask } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { startWithRedis } from '../kit/api/nodes.js';
import type { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import type { TestRedis } from '../kit/redis.js';

describe('limits on two nodes', () => {
  let redis: TestRedis;
  let server: TestServer;
  let nodes: string[];
  let ann: ChatUser;

  beforeAll(async () => {
    ({ redis, server } = await startWithRedis({ RATE_LIMITS: 'on' }));
    nodes = [server.address, (await server.startBeside({})).address];
    ann = await server.register('ann');
  });
  afterAll(() => server.stop());

  const guess = async (node: string | undefined, login: string): Promise<number> => {
    const body = { login, password: 'a wrong password' };
    return (await ask(node ?? '', '/api/auth/login', { method: 'POST', body })).status;
  };

  it('count wrong passwords together', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 10; count += 1) statuses.push(await guess(nodes[count % 2], ann.name));
    expect(statuses).toEqual(Array.from({ length: 10 }, () => 401));
    expect([await guess(nodes[0], ann.name), await guess(nodes[1], ann.name)]).toEqual([429, 429]);
  });

  it('count what one sends together, a moment later', async () => {
    const { chatPost } = await ann.createRoom();
    const send = async (node: string | undefined): Promise<string | undefined> => {
      const wish = { clientId: randomUUID(), text: 'x' };
      const answer = await ann.at(node ?? '').post(`/api/posts/${chatPost.id}/messages`, wish);
      return answer.status === 201 ? undefined : answer.body.code;
    };
    const here = await Promise.all(Array.from({ length: 200 }, () => send(nodes[0])));
    expect(here.filter(Boolean)).toEqual([]);
    await eventually(async () => expect(await send(nodes[1])).toBe('rate_limited'), 5_000);
  });

  it('go on without Redis, each node by itself, and refuse nobody for that', async () => {
    await redis.stop();
    const begun = performance.now();
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) statuses.push(await guess(nodes[0], 'nobody'));
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    expect(await guess(nodes[1], 'nobody')).toBe(401);
    expect(performance.now() - begun).toBeLessThan(8_000);
    await redis.restart();
  });
});
