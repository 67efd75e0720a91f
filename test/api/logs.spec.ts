import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import { pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

/** Words that stand for what people keep to themselves; none may be found in the log. */
const CANARIES = {
  password: 'canary-password-7c1e',
  wrong: 'canary-wrong-5d2a',
  email: 'canary-address-91bf',
  text: 'canary-text-2f60',
  file: 'canary-file-8e3b',
  search: 'canary-search-4a9c',
};

describe('the log', () => {
  let server: TestServer;
  let ann: ChatUser;
  let room: Room;
  const tokens: string[] = [];

  beforeAll(async () => {
    server = await TestServer.start({ LOG_LEVEL: 'trace', RATE_LIMITS: 'on' });
    ann = await server.register('ann', { password: CANARIES.password, email: `${CANARIES.email}@example.test` });
    room = await ann.createRoom({ name: 'Room', about: CANARIES.text });
    tokens.push(ann.token, ann.refreshCookie);
  });
  afterAll(() => server.stop());

  it('holds nothing that people wrote, neither of what went well nor of what failed', async () => {
    await server.ask('/api/auth/login', {
      method: 'POST',
      body: { login: `${CANARIES.email}@example.test`, password: CANARIES.wrong },
    });
    await server.ask('/api/auth/login', {
      method: 'POST',
      body: `{"login":"${CANARIES.email}","password":"${CANARIES.wrong}`,
    });
    const headers = { cookie: `refresh=${ann.refreshCookie}` };
    const refreshed = await server.ask('/api/auth/refresh', { method: 'POST', headers });
    tokens.push(refreshed.cookies['refresh']!, refreshed.cookies['files']!);
    await ann.post('/api/auth/password', { oldPassword: CANARIES.wrong, newPassword: CANARIES.password });
    await ann.get(`/api/rooms?q=${CANARIES.search}&limit=x`);
    await ann.get(`/api/users?q=${CANARIES.search}`);
    const message = await ann.send(room.chatPost.id, CANARIES.text);
    await ann.patch(`/api/messages/${message.id}`, { text: `${CANARIES.text} again` });
    await ann.post(`/api/posts/${room.chatPost.id}/messages`, { clientId: randomUUID(), text: `${CANARIES.text}\0` });
    await ann.get(`/api/files/attachments/${room.id}/${CANARIES.file}.png`);
    await ann.get(`/api/files/attachments/${room.id}/${CANARIES.file}.png?token=${ann.token}`);
    const socket = await ann.connect();
    await socket.ask('message:send', { postId: room.chatPost.id, clientId: randomUUID(), text: CANARIES.text });
    await socket.askAnything('message:send', { text: CANARIES.text, attachmentIds: [CANARIES.file] });
    await socket.askAnything(CANARIES.text, CANARIES.text);
    await socket.askAnything('session:renew', { token: `${ann.token}x` });
    await failInside();
    await pause(300);
    expect(server.log).toContain('"path":"/api/auth/login"');
    for (const secret of [...Object.values(CANARIES), ...tokens, ann.token.split('.')[2]!])
      expect(linesWith(secret)).toEqual([]);
  });

  it('would show a word that was written to it', () => {
    expect(linesWith('/api/auth/login').length).toBeGreaterThan(0);
  });

  it('names each request by the id that its answer carries', async () => {
    const answer = await ann.get('/api/rooms/nowhere');
    await pause(200);
    expect(answer.headers.get('x-request-id')).toBe(answer.body.requestId);
    const [line] = linesWith(answer.body.requestId);
    expect(JSON.parse(line!)).toMatchObject({ status: 404, method: 'GET', path: '/api/rooms/nowhere' });
    const headers = { 'x-request-id': 'given-by-a-proxy-1' };
    expect((await ann.ask('GET', '/api/rooms', { headers })).headers.get('x-request-id')).toBe('given-by-a-proxy-1');
    const forged = { 'x-request-id': 'a b {"level":60}' };
    expect((await ann.ask('GET', '/api/rooms', { headers: forged })).headers.get('x-request-id')).not.toContain(' ');
  });

  const linesWith = (word: string): string[] => server.log.split('\n').filter((line) => line.includes(word));

  /** Makes statements fail in the database, whose errors carry the values. */
  async function failInside(): Promise<void> {
    await server.sql('alter table messages add constraint none_for_now check (seq < 0) not valid');
    expect(
      (await ann.post(`/api/posts/${room.chatPost.id}/messages`, { clientId: randomUUID(), text: CANARIES.text }))
        .status,
    ).toBeGreaterThanOrEqual(500);
    await server.sql('alter table messages drop constraint none_for_now');
    await server.sql('alter table users add constraint none_for_now check (false) not valid');
    const account = { username: 'canary', email: `${CANARIES.email}2@example.test`, password: CANARIES.password };
    expect((await server.ask('/api/auth/register', { method: 'POST', body: account })).status).toBe(500);
    await server.sql('alter table users drop constraint none_for_now');
    expect(server.log).toMatch(/"level":50/u);
  }
});
