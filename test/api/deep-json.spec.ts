import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

/** JSON that no ordinary client could write: objects or lists in each other, thousands deep. */
const deep = {
  objects: (depth: number): string => `${'{"postId":'.repeat(depth)}1${'}'.repeat(depth)}`,
  lists: (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`,
};

describe('JSON of thousands of levels', () => {
  let server: TestServer;
  let ann: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    ann = await server.register('ann');
  });
  afterAll(() => server.stop());

  /** What a socket, spoken to by hand, acknowledges. */
  async function acknowledged(packet: string): Promise<string> {
    const socket = new WebSocket(`${server.address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const auth = JSON.stringify({ token: ann.token, protocol: 1 });
    return new Promise((done, fail) => {
      socket.onclose = () => {
        fail(new Error('The connection was closed'));
      };
      socket.onmessage = ({ data }) => {
        const text = String(data);
        if (text.startsWith('0')) socket.send(`40${auth}`);
        else if (text.startsWith('40')) socket.send(packet);
        else if (text.startsWith('43')) {
          socket.onclose = null;
          socket.close();
          done(text);
        }
      };
    });
  }

  it.each([
    ['objects', 5_000],
    ['objects', 150_000],
    ['lists', 5_000],
    ['lists', 900_000],
  ] as const)('%s, %i deep, is refused by the socket, which stays connected', async (kind, depth) => {
    for (const event of ['post:open', 'message:send', 'presence:watch', 'no:such']) {
      const text = await acknowledged(`421["${event}",${deep[kind](depth)}]`);
      expect(text).toMatch(
        /^431\[\{"ok":false,"error":\{"code":"(validation_failed|unknown_event|malformed_request)"/u,
      );
      const inside = await acknowledged(`421["${event}",{"postId":${deep[kind](depth)},"userIds":${deep[kind](9)}}]`);
      expect(inside).toMatch(/"code":"(validation_failed|unknown_event|malformed_request)"/u);
    }
  });

  it.each([
    ['objects', 5_000],
    ['objects', 20_000],
    ['lists', 5_000],
    ['lists', 120_000],
  ] as const)('%s, %i deep, is refused over HTTP', async (kind, depth) => {
    for (const body of [deep[kind](depth), `{"name":${deep[kind](depth)}}`]) {
      const answer = await ann.ask('POST', '/api/rooms', { body });
      expect([400, 422]).toContain(answer.status);
    }
    expect((await ann.post('/api/rooms', { name: 'Fine' })).status).toBe(201);
  });
});
