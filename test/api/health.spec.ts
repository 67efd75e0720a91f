import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Answer, ask } from '../kit/api/answer.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import { ChatUser } from '../kit/api/chat-user.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { postmasterPid, signalDatabase } from '../kit/server-processes.js';

describe('health, with the database stopped and let go on', () => {
  const folder = temporaryFolder();
  let program: Program;
  let ann: ChatUser;

  beforeAll(async () => {
    program = await Program.start({ DATA_DIR: folder.path, RATE_LIMITS: 'off' });
    const account = { username: 'ann', email: 'ann@example.test', password: 'correct horse battery' };
    ann = await ChatUser.register(program.address, account);
  });
  afterAll(async () => {
    await program.stop();
    folder.remove();
  });

  const ready = (): Promise<Answer> => ask(program.address, '/api/health/ready');

  async function becomes(status: number, milliseconds: number): Promise<Answer> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const answer = await ready();
      if (answer.status === status) return answer;
      if (Date.now() > end) throw new Error(`/api/health/ready is ${answer.status}: ${answer.text}`);
      await pause(100);
    }
  }

  it('is good while it runs', async () => {
    expect(await ready()).toMatchObject({ status: 200, body: { status: 'ok', database: 'up' } });
    expect((await ask(program.address, '/api/health/live')).body).toEqual({ status: 'ok' });
  });

  it('names a database that is gone within five seconds; others are refused without a stack; then all is well again', async () => {
    const room = await ann.createRoom();
    const socket = await ann.open(room.chatPost.id);
    const begun = Date.now();
    process.kill(postmasterPid(folder.path), 'SIGKILL');
    const down = await becomes(503, 5_000);
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(down.body).toEqual({ status: 'down', database: 'down' });
    expect((await ask(program.address, '/api/health/live')).status).toBe(200);
    for (const path of ['/api/rooms', '/api/sync', `/api/posts/${room.chatPost.id}/messages`]) {
      const answer = await ann.get(path);
      if (answer.status === 200) continue; // it came back in between
      expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
      expect(answer.text).not.toMatch(/at .*\.js|ECONN|socket/u);
    }
    const wish = { postId: room.chatPost.id, clientId: randomUUID(), text: 'in the dark' };
    await socket.ask('message:send', wish);
    await becomes(200, 15_000);
    const { message } = await sentAgain(socket, wish);
    expect(
      (await ann.get<{ items: { id: string }[] }>(`/api/posts/${room.chatPost.id}/messages`)).body.items.at(-1)?.id,
    ).toBe(message.id);
  });

  it('names a database that does not answer, and does not wait for it', async () => {
    signalDatabase(folder.path, 'SIGSTOP');
    const begun = Date.now();
    const down = await becomes(503, 5_000);
    expect(Date.now() - begun).toBeLessThan(5_000);
    expect(down.body).toEqual({ status: 'down', database: 'down' });
    signalDatabase(folder.path, 'SIGCONT');
    await becomes(200, 10_000);
    expect((await ann.get('/api/rooms')).status).toBe(200);
  });

  async function sentAgain(socket: ChatClient, wish: { postId: string; clientId: string; text: string }) {
    const end = Date.now() + 10_000;
    for (;;) {
      const answer = await socket.ask('message:send', wish);
      if (answer.ok) return answer;
      if (Date.now() > end) throw new Error(JSON.stringify(answer));
      await pause(100);
    }
  }
});
