import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ChatUser } from '../kit/api/chat-user.js';
import { startWithRedis } from '../kit/api/nodes.js';
import { Reader } from '../kit/api/reader.js';
import type { TestServer } from '../kit/api/test-server.js';
import type { Cable } from '../kit/cable.js';

/** Twenty seconds, and what a busy computer adds. */
const GIVEN_UP_WITHIN_MS = 25_000;

describe('a node whose database vanishes without a word while its successor answers', () => {
  let server: TestServer;
  let cable: Cable;
  let ann: ChatUser;
  let bob: ChatUser;
  let postId: string;

  beforeAll(async () => {
    ({ server } = await startWithRedis());
    const database = await server.cableToDatabase();
    cable = database.cable;
    server.onStop(() => cable.remove());
    const node = await server.startBeside(database.variables);
    const [first, second] = await server.registerAll('ann', 'bob');
    [ann, bob] = [first.at(node.address), second.at(node.address)];
    const room = await ann.createRoom();
    postId = room.chatPost.id;
    await bob.join(room.slug);
  });
  afterAll(() => server.stop());

  it('gives up what waits there, says so, and goes on', async () => {
    const reader = await Reader.open(bob, postId);
    const wish = { clientId: randomUUID(), text: 'in the dark' };
    const send = () => ann.post(`/api/posts/${postId}/messages`, wish);
    // As many at once as there are connections: each of them is left waiting.
    await Promise.all(Array.from({ length: 8 }, () => ann.get('/api/rooms')));
    cable.stall();
    const begun = performance.now();
    const waiting = await Promise.all([send(), ...Array.from({ length: 7 }, () => ann.get('/api/rooms'))]);
    expect(performance.now() - begun).toBeLessThan(GIVEN_UP_WITHIN_MS);
    for (const { status, body } of waiting) expect([status, body.code]).toEqual([503, 'unavailable']);
    expect((await send()).status).toBe(201);
    expect((await ann.get('/api/health/ready')).status).toBe(200);
    await reader.reaches(2, 10_000);
    expect(reader.list.map(({ text }) => text).slice(1)).toEqual(['in the dark']);
  });
});
