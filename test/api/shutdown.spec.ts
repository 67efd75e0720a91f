import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { ask, body } from '../kit/api/answer.js';
import { ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { Reader } from '../kit/api/reader.js';
import { TestServer } from '../kit/api/test-server.js';

/** What a message is sent with. */
interface Wish {
  postId: string;
  clientId: string;
  text: string;
}

describe('a server that is stopped while people write', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom();
    await bob.join(room.slug);
  });
  afterAll(() => server.stop());

  it('says that it restarts, and keeps all that it acknowledged; what it did not is sent again and there once', async () => {
    const writer = await ann.connect();
    const reader = await Reader.open(bob, room.chatPost.id);
    const wishes: Wish[] = [];
    const acknowledged: string[] = [];
    const all: Promise<void>[] = [];
    const write = (): void => {
      const wish = { postId: room.chatPost.id, clientId: randomUUID(), text: `message ${wishes.length}` };
      wishes.push(wish);
      const asked = writer.ask('message:send', wish).then((answer) => {
        if (answer.ok) acknowledged.push(wish.clientId);
      });
      all.push(asked);
    };
    let restarted: Promise<void> | undefined;
    let late = 0;
    while (late < 5) {
      write();
      await pause(2);
      if (acknowledged.length > 20) restarted ??= server.restart();
      if (!writer.isConnected) late += 1;
    }
    await reader.client.waitFor('server:restarting');
    await Promise.all([restarted, Promise.allSettled(all)]);
    expect(acknowledged.length).toBeLessThan(wishes.length);
    const back = await ChatClient.connect(server.address, { token: ann.token, protocol: 1 });
    for (const wish of wishes) await back.done('message:send', wish);
    const headers = { authorization: `Bearer ${bob.token}` };
    const path = `/api/posts/${room.chatPost.id}/messages?limit=200`;
    const page = await body(ask<MessagePage>(server.address, path, { headers }));
    expect(page.head.lastSeq).toBe(wishes.length + 1);
    const stored = await server.sql<{ client_id: string }>(
      `select client_id from messages where kind = 'text' and post_id = $1 order by seq`,
      [room.chatPost.id],
    );
    expect(stored.map((row) => row.client_id)).toEqual(wishes.map(({ clientId }) => clientId));
    const again = await ChatClient.connect(server.address, { token: bob.token, protocol: 1 });
    await reader.catchUp(again);
    expect(reader.list.slice(-page.items.length)).toEqual(page.items);
    back.close();
    again.close();
  }, 40_000);
});
