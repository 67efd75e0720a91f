import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../kit/api/answer.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { startWithRedis } from '../kit/api/nodes.js';
import type { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { freePort } from '../kit/free-port.js';
import type { Program } from '../kit/program.js';
import { toolPath } from '../stages/tools.mjs';

describe('nodes behind the proxy, as docker/haproxy.cfg sets it up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roomers-proxy-'));
  let server: TestServer;
  let node: Program;
  let address: string;
  let ann: ChatUser;

  beforeAll(async () => {
    ({ server } = await startWithRedis({ ROLE: 'web' }));
    node = await server.startBeside({ ROLE: 'web' });
    ann = await server.register('ann');
    address = await startProxy([server.address, node.address]);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('one that stops hands its clients to the other: nobody who comes meanwhile is refused', async () => {
    const user = ann.at(address);
    // Enough that letting them go takes its second.
    const clients = await Promise.all(Array.from({ length: 40 }, () => user.connect()));
    // Of a node that it has just met, the proxy takes the first failure for the last one.
    await pause(3_000);
    const ended = node.stop();
    let isOver = false;
    void ended.then(() => (isOver = true));
    const comeAndGo = async (): Promise<void> => {
      while (!isOver) {
        const client = await user.connect();
        await pause(20);
        client.close();
      }
    };
    const back: Promise<ChatClient>[] = [];
    for (const { socket } of clients) socket.once('disconnect', () => back.push(user.connect()));
    await comeAndGo();
    await Promise.all(back);
    expect(back.length).toBeGreaterThan(0);
    expect(back.length).toBeLessThan(clients.length);
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  /** The proxy of the file without its TLS, before the nodes at these addresses. */
  async function startProxy(nodes: string[]): Promise<string> {
    const port = await freePort();
    const text = readFileSync('docker/haproxy.cfg', 'utf8');
    const checks = /server-template .*? (check .*?) resolvers/u.exec(text)?.[1] ?? '';
    expect(checks).toContain('inter');
    const servers = nodes.map((one, index) => `    server node${index} ${new URL(one).host} ${checks}`).join('\n');
    const plain = text
      .replace(/resolvers docker[\s\S]*?(?=frontend)/u, '')
      .replace(/frontend http\n[\s\S]*?(?=frontend https)/u, '')
      .replace(/bind :8443 .*/u, `bind 127.0.0.1:${port}`)
      .replace(/server-template .*/u, `\n${servers}`);
    const file = join(folder, 'haproxy.cfg');
    writeFileSync(file, plain);
    const proxy = spawn(toolPath('haproxy'), ['-f', file, '-db'], { stdio: 'ignore' });
    const over = new Promise<void>((done) => proxy.once('close', () => done()));
    server.onStop(() => {
      proxy.kill('SIGKILL');
      return over;
    });
    const proxied = `http://127.0.0.1:${port}`;
    await eventually(async () => expect((await ask(proxied, '/api/health/live')).status).toBe(200));
    return proxied;
  }
});
