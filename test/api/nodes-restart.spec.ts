import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { Room } from '#contracts/room.dto.js';
import { ask } from '../kit/api/answer.js';
import { pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, upload } from '../kit/api/files.js';
import { Reader } from '../kit/api/reader.js';
import { startWithRedis } from '../kit/api/nodes.js';
import type { TestServer } from '../kit/api/test-server.js';
import { Cable } from '../kit/cable.js';
import { eventually } from '../kit/eventually.js';
import { photograph } from '../kit/photos.js';
import type { Program } from '../kit/program.js';

describe('of several processes', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    ({ server } = await startWithRedis({ ROLE: 'web' }));
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom();
    await bob.join(room.slug);
  });
  afterAll(() => server.stop());

  it('one after the other restarts while people write: a reader of another has all of it once, in order', async () => {
    const postId = room.chatPost.id;
    const reader = await Reader.open(bob, postId);
    const sent: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const node = await server.startBeside({ ROLE: 'web' });
      const wishes = Array.from({ length: 60 }, () => ({ postId, clientId: randomUUID(), text: 'x' }));
      sent.push(...(await sendThroughRestart(node, wishes)));
    }
    const [head] = await server.sql<{ rev: number }>('select rev from post_heads where post_id = $1', [postId]);
    await reader.reaches(head?.rev ?? 0, 1_000);
    expect(reader.list.slice(1).map(({ clientId }) => clientId)).toEqual(sent);
    expect(reader.gaps).toEqual([]);
  }, 60_000);

  /** Sends on a node that is stopped meanwhile, and what was not acknowledged again on the first one. */
  async function sendThroughRestart(node: Program, wishes: { postId: string; clientId: string; text: string }[]) {
    const client = await ann.at(node.address).connect();
    const acknowledged: string[] = [];
    let ended: Promise<unknown> | undefined;
    for (const wish of wishes) {
      void client.done('message:send', wish).then(
        () => acknowledged.push(wish.clientId),
        () => undefined,
      );
      await pause(3);
      if (acknowledged.length > 10) ended ??= node.stop();
    }
    await client.closed(10_000);
    expect(client.all('server:restarting')).toEqual([{ backInMs: 3_000 }]);
    expect(await ended).toEqual({ code: 0, signal: null });
    const back = await ann.connect();
    for (const wish of wishes.slice(acknowledged.length)) await back.done('message:send', wish);
    back.close();
    return wishes.map(({ clientId }) => clientId);
  }

  it('the one that stops takes no new sockets, and says so', async () => {
    const node = await server.startBeside({ ROLE: 'web' });
    const sockets = await Promise.all(Array.from({ length: 20 }, () => ann.at(node.address).connect()));
    const ended = node.stop();
    await sockets[0]?.waitFor('server:restarting');
    // Its port may be closed by then too.
    const ready = await ask(node.address, '/api/health/ready').catch(() => ({ status: 503 }));
    expect(ready.status).toBe(503);
    await expect(ann.at(node.address).connect()).rejects.toThrow();
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  it('the one that stops says so to the proxy first, and serves who comes before the proxy has noticed', async () => {
    const node = await server.startBeside({ ROLE: 'web' });
    const live = () => ask(node.address, '/api/health/live');
    expect(await live()).toMatchObject({ status: 200, body: { status: 'ok' } });
    const ended = node.stop();
    await eventually(async () => expect(await live()).toMatchObject({ status: 503, body: { status: 'stopping' } }));
    const late = await ann.at(node.address).connect();
    await late.waitFor('server:restarting');
    await late.closed();
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  it('the one that stops does not wait for a client that is gone without a word, nor for a request without an end', async () => {
    const node = await server.startBeside({ ROLE: 'web' });
    const port = Number(new URL(node.address).port);
    const cable = await Cable.to(port);
    server.onStop(() => cable.remove());
    await ann.at(cable.address).open(room.chatPost.id);
    cable.stall();
    const endless = connect(port, '127.0.0.1');
    endless.on('error', () => undefined);
    endless.write(
      'POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n',
    );
    const client = await ann.at(node.address).connect();
    const begun = performance.now();
    const ended = node.stop();
    await client.waitFor('server:restarting');
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(performance.now() - begun).toBeLessThan(8_000);
  });

  it('a worker that is killed leaves no job undone', async () => {
    const worker = await server.startBeside({ ROLE: 'worker' });
    const photo = await photograph();
    const uploads = await Promise.all(Array.from({ length: 8 }, () => upload(ann, room.id, photo, 'photo.jpg')));
    await worker.stop('SIGKILL');
    const undone = async (): Promise<number> => {
      const paths = uploads.map(({ id }) => `/api/files/attachments/${id}/thumbnail`);
      const answers = await Promise.all(paths.map((path) => download(ann, path)));
      return answers.filter(({ status }) => status !== 200).length;
    };
    expect(await undone()).toBeGreaterThan(0);
    await server.startBeside({ ROLE: 'worker' });
    await eventually(async () => expect(await undone()).toBe(0), 30_000);
  }, 60_000);
});
