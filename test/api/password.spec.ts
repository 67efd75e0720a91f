import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Authenticated } from '#contracts/auth.dto.js';
import { TestServer } from '../kit/api/test-server.js';

describe('changing the password', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  const signIn = (login: string, password: string) =>
    server.ask<Authenticated>('/api/auth/login', { method: 'POST', body: { login, password } });

  it('is refused without a session, with the wrong old one and with a weak new one', async () => {
    const user = await server.register('ann');
    const newPassword = 'a better horse battery';
    const path = '/api/auth/password';
    expect((await server.ask(path, { method: 'POST', body: { oldPassword: user.password, newPassword } })).status).toBe(
      401,
    );
    const wrong = await user.post(path, { oldPassword: 'not my password', newPassword });
    expect(wrong.body.errors).toMatchObject([{ field: 'oldPassword', code: 'password_wrong' }]);
    expect(wrong.text).not.toMatch(/not my password|better horse/u);
    for (const [weak, code] of [
      ['short', 'too_short'],
      ['password1', 'password_common'],
      [user.email, 'password_like_name'],
    ] as const) {
      const answer = await user.post(path, { oldPassword: user.password, newPassword: weak });
      expect(answer.body.errors).toMatchObject([{ field: 'newPassword', code }]);
    }
    const same = await user.post(path, { oldPassword: user.password, newPassword: user.password });
    expect(same.body.errors).toMatchObject([{ field: 'newPassword', code: 'password_same' }]);
    expect((await signIn(user.name, user.password)).status).toBe(200);
    expect((await signIn(user.name, newPassword)).status).toBe(401);
  });

  it('is all or nothing: where the other sessions cannot be ended, the old password stays', async () => {
    const user = await server.register('ann');
    await signIn(user.name, user.password);
    await server.sql(`alter table sessions add constraint none_for_now check (ended_at is null) not valid`);
    const change = { oldPassword: user.password, newPassword: 'a better horse battery' };
    expect((await user.post('/api/auth/password', change)).status).toBe(500);
    await server.sql('alter table sessions drop constraint none_for_now');
    expect((await signIn(user.name, user.password)).status).toBe(200);
    expect((await signIn(user.name, change.newPassword)).status).toBe(401);
  });

  it('ends every other session with its sockets within a second, and keeps this one', async () => {
    const user = await server.register('bob');
    const other = (await signIn(user.name, user.password)).body.accessToken;
    const mine = await user.connect();
    const token = user.token;
    user.token = other;
    const theirs = await user.connect();
    user.token = token;
    const change = { oldPassword: user.password, newPassword: 'a better horse battery' };
    expect((await user.post('/api/auth/password', change)).status).toBe(204);
    expect(await theirs.waitFor('session:ended', undefined, 1_000)).toEqual({ reason: 'password_changed' });
    await theirs.closed(1_000);
    const headers = { authorization: `Bearer ${other}` };
    expect((await server.ask('/api/users/me', { headers })).body).toMatchObject({ code: 'session_ended' });
    expect(mine.isConnected).toBe(true);
    expect((await user.get('/api/users/me')).status).toBe(200);
    expect((await signIn(user.name, user.password)).status).toBe(401);
    expect((await signIn(user.name, change.newPassword)).status).toBe(200);
  });
});
