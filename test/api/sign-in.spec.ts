import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Authenticated } from '#contracts/auth.dto.js';
import type { Answer, Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('signing in', () => {
  let server: TestServer;
  let owner: ChatUser;
  let bob: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
    bob = await server.register('bob');
  });
  afterAll(() => server.stop());

  const signIn = (login: string, password: string): Promise<Answer<Authenticated & Refusal>> =>
    server.ask('/api/auth/login', { method: 'POST', body: { login, password } });

  it('says the same of a wrong password and of a name that nobody has', async () => {
    const wrong = await signIn(bob.name, 'wrong password');
    const nobody = await signIn('nobody-has-this', 'wrong password');
    expect([wrong.status, wrong.body.code]).toEqual([401, 'wrong_credentials']);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...nobody.body, requestId: '' });
    expect(wrong.text).not.toContain('wrong password');
    expect((await signIn(bob.name, bob.password)).status).toBe(200);
  });

  it('refuses empty fields, unknown ones and other types at their fields', async () => {
    const answer = await server.ask<Refusal>('/api/auth/login', {
      method: 'POST',
      body: { login: '', password: 1, x: 1 },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map(({ field }) => field).sort()).toEqual(['login', 'password', 'x']);
  });

  it('takes the username or the e-mail address, whatever their case', async () => {
    for (const login of [bob.name, bob.name.toUpperCase(), bob.email, bob.email.toUpperCase()]) {
      const { body } = await signIn(login, bob.password);
      expect(body.user.id).toBe(bob.id);
      expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(9.5 * 60_000);
    }
  });

  it('sets a refresh cookie that scripts and other sites cannot have', async () => {
    const { headers } = await signIn(bob.name, bob.password);
    const cookies = headers.getSetCookie();
    const refresh = cookies.find((cookie) => cookie.startsWith('refresh='));
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/api/auth']) expect(refresh).toContain(attribute);
    const files = cookies.find((cookie) => cookie.startsWith('files='));
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/api/files']) expect(files).toContain(attribute);
  });

  it('lists sessions, ends one at once, and never one of somebody else', async () => {
    const other = (await signIn(bob.name, bob.password)).body.accessToken;
    const { items } = (await bob.get<{ items: { id: string; current: boolean }[] }>('/api/auth/sessions')).body;
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const newest = items[0]!;
    expect(newest.current).toBe(false);
    const asOther = (): Promise<Answer> =>
      server.ask('/api/users/me', { headers: { authorization: `Bearer ${other}` } });
    expect((await asOther()).status).toBe(200);
    expect((await owner.delete(`/api/auth/sessions/${newest.id}`)).status).toBe(404);
    expect((await bob.delete('/api/auth/sessions/not-an-id')).status).toBe(404);
    expect((await asOther()).status).toBe(200);
    expect((await bob.delete(`/api/auth/sessions/${newest.id}`)).status).toBe(204);
    expect((await asOther()).body).toMatchObject({ status: 401, code: 'session_ended' });
    expect((await bob.get('/api/users/me')).status).toBe(200);
  });

  it('signs out: the bearer token and the refresh cookie are over at once', async () => {
    const user = await server.register('leaver');
    expect((await server.ask('/api/auth/logout', { method: 'POST' })).status).toBe(401);
    expect((await user.post('/api/auth/logout')).status).toBe(204);
    expect((await user.get('/api/users/me')).body.code).toBe('session_ended');
    const headers = { cookie: `refresh=${user.refreshCookie}` };
    const again = await server.ask<Refusal>('/api/auth/refresh', { method: 'POST', headers });
    expect([again.status, again.body.code]).toEqual([401, 'session_ended']);
    expect(again.cookies).toMatchObject({ refresh: '', files: '' });
  });

  it('signs out with the cookie alone, as a page does whose token has expired', async () => {
    const user = await server.register('leaver');
    const headers = { cookie: `refresh=${user.refreshCookie}` };
    expect((await server.ask('/api/auth/logout', { method: 'POST', headers })).status).toBe(204);
    expect((await user.get('/api/users/me')).status).toBe(401);
  });
});
