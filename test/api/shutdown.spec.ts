import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { ask, body } from '../kit/api/answer.js';
import { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { Reader } from '../kit/api/reader.js';
import { TestServer } from '../kit/api/test-server.js';

describe('a server that is stopped while people write', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = (await server.registerAll('ann', 'bob')) as [ChatUser, ChatUser];
    room = await ann.createRoom();
    await bob.join(room.slug);
  });
  afterAll(() => server.stop());

  it('says that it restarts, and keeps all that it acknowledged; what it did not is sent again and there once', async () => {
    const writer = await ann.connect();
    const reader = await Reader.open(bob, room.chatPost.id);
    const wishes = Array.from({ length: 400 }, (_, index) => ({
      ...{ postId: room.chatPost.id, clientId: randomUUID(), text: `message ${index}` },
    }));
    const acknowledged: string[] = [];
    const all = Promise.allSettled(
      wishes.map(async (wish, index) => {
        await new Promise((done) => setTimeout(done, index * 2));
        const answer = await writer.ask('message:send', wish);
        if (answer.ok) acknowledged.push(wish.clientId);
      }),
    );
    await new Promise((done) => setTimeout(done, 300));
    const restarted = server.restart();
    await reader.client.waitFor('server:restarting');
    await Promise.all([restarted, all]);
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.length).toBeLessThan(400);
    const back = await ChatClient.connect(server.address, { token: ann.token, protocol: 1 });
    for (const wish of wishes) await back.done('message:send', wish);
    const headers = { authorization: `Bearer ${bob.token}` };
    const path = `/api/posts/${room.chatPost.id}/messages?limit=200`;
    const page = await body(ask<MessagePage>(server.address, path, { headers }));
    expect(page.head.lastSeq).toBe(401);
    const stored = await server.sql<{ client_id: string }>(
      `select client_id from messages where kind = 'text' and post_id = $1 order by seq`,
      [room.chatPost.id],
    );
    expect(stored.map((row) => row.client_id)).toEqual(wishes.map(({ clientId }) => clientId));
    const again = await ChatClient.connect(server.address, { token: bob.token, protocol: 1 });
    await reader.catchUp(again);
    expect(reader.list.slice(-200)).toEqual(page.items);
    back.close();
    again.close();
  }, 40_000);
});
