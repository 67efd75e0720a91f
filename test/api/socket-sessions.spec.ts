import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect as connectTcp } from 'node:net';
import { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { claimsOf, signToken } from '../kit/api/tokens.js';

describe('connections', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());

  const auth = (user: ChatUser, token = user.token): object => ({ token, protocol: 1 });
  const soon = (user: ChatUser, seconds: number): string =>
    signToken({ ...claimsOf(user.token), exp: Math.floor(Date.now() / 1_000) + seconds });

  /** The first line of the answer to a WebSocket upgrade, written by hand. */
  function upgrade(headers: string[], path = '/socket.io/?EIO=4&transport=websocket'): Promise<string> {
    const { hostname, port } = new URL(server.address);
    return new Promise((done, fail) => {
      const socket = connectTcp(Number(port), hostname, () => {
        const lines = [
          `GET ${path} HTTP/1.1`,
          `Host: ${hostname}:${port}`,
          'Upgrade: websocket',
          'Connection: Upgrade',
        ];
        const key = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
        socket.write([...lines, ...key, ...headers, '', ''].join('\r\n'));
      });
      socket.once('data', (data) => {
        socket.destroy();
        done(data.toString().split('\r\n', 1)[0] ?? '');
      });
      socket.once('error', fail);
    });
  }

  it('from a foreign page are refused before the upgrade; from ours and from programs they are not', async () => {
    const { host } = new URL(server.address);
    expect(await upgrade(['Origin: https://evil.example'])).toMatch(/ 40[03] /u);
    for (const origin of [
      `http://${host}.evil.example`,
      'null',
      'nonsense',
      `http://evil.example#${host}`,
      `http://${host}@evil.example`,
    ])
      expect(await upgrade([`Origin: ${origin}`])).toMatch(/ 40[03] /u);
    expect(await upgrade([`Origin: http://${host}`])).toContain(' 101 ');
    expect(await upgrade([])).toContain(' 101 ');
    await expect(ChatClient.connect(server.address, auth(ann), { origin: 'https://evil.example' })).rejects.toThrow();
    (await ChatClient.connect(server.address, auth(ann), { origin: server.address })).close();
  });

  it('are WebSockets only', async () => {
    const answer = await fetch(`${server.address}/socket.io/?EIO=4&transport=polling`);
    expect(answer.status).toBe(400);
  });

  it('that never say who they are, are closed after five seconds', async () => {
    const { host } = new URL(server.address);
    const opened = performance.now();
    const socket = new WebSocket(`ws://${host}/socket.io/?EIO=4&transport=websocket`);
    await new Promise<void>((done) => {
      socket.onclose = () => {
        done();
      };
    });
    const seconds = (performance.now() - opened) / 1_000;
    expect(seconds).toBeGreaterThan(4);
    expect(seconds).toBeLessThan(8);
  });

  it('go on with a newer token of the same session, and of no other', async () => {
    const socket = await ChatClient.connect(server.address, auth(ann, soon(ann, 60)));
    for (const token of ['x', soon(ann, -1), signToken(claimsOf(ann.token), { key: 'another' }), bob.token])
      expect(await socket.ask('session:renew', { token })).toMatchObject({ error: { code: 'unauthenticated' } });
    const { expiresAt } = await socket.done('session:renew', { token: ann.token });
    expect(Date.parse(expiresAt)).toBe(claimsOf(ann.token).exp * 1_000);
    socket.close();
  });

  it('close half a minute after their token expired, with word of it, unless it was renewed', async () => {
    const [overdue, renewed] = await Promise.all([
      ChatClient.connect(server.address, auth(ann, soon(ann, 2))),
      ChatClient.connect(server.address, auth(bob, soon(bob, 2))),
    ]);
    const begun = performance.now();
    await renewed.done('session:renew', { token: bob.token });
    await overdue.waitFor('session:ended', ({ reason }) => reason === 'expired', 42_000);
    expect(performance.now() - begun).toBeGreaterThan(29_000);
    await overdue.closed();
    expect(renewed.isConnected).toBe(true);
    renewed.close();
  }, 60_000);
});
