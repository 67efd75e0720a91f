import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Authenticated } from '#contracts/auth.dto.js';
import type { Answer, Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('refreshing a session', () => {
  let server: TestServer;
  let user: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    user = await server.register('tab');
  });

  const refresh = (cookie: string): Promise<Answer<Authenticated & Refusal>> =>
    server.ask('/api/auth/refresh', { method: 'POST', headers: { cookie: `refresh=${cookie}` } });
  const wait = (seconds: number): Promise<unknown> =>
    server.sql(`update sessions set rotated_at = rotated_at - make_interval(secs => $1) where user_id = $2`, [
      seconds,
      user.id,
    ]);

  it('refuses no cookie, a forged one, one of another kind and a bearer token', async () => {
    expect((await server.ask<Refusal>('/api/auth/refresh', { method: 'POST' })).body.code).toBe('unauthenticated');
    const [session, generation, mac] = user.refreshCookie.split('.');
    for (const forged of [`${session}.2.${mac}`, `${session}.${generation}.${'A'.repeat(43)}`, user.token, '..', 'x'])
      expect((await refresh(forged)).body.code).toBe('unauthenticated');
    expect((await refresh(user.refreshCookie)).status).toBe(200);
  });

  it('gives the next cookie and a token each time', async () => {
    const first = await refresh(user.refreshCookie);
    const next = first.cookies['refresh']!;
    expect(next).not.toBe(user.refreshCookie);
    expect(first.body.user.id).toBe(user.id);
    expect((await refresh(next)).cookies['refresh']).not.toBe(next);
  });

  it('gives two tabs that refresh at once the same successor, and keeps both signed in', async () => {
    const both = await Promise.all([refresh(user.refreshCookie), refresh(user.refreshCookie)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const [one, other] = both.map(({ cookies }) => cookies['refresh']!);
    expect(one).toBe(other);
    await wait(29);
    expect((await refresh(user.refreshCookie)).cookies['refresh']).toBe(one);
    expect((await refresh(one!)).status).toBe(200);
  });

  it('takes a cookie used again after half a minute as stolen, and ends the session', async () => {
    const next = (await refresh(user.refreshCookie)).cookies['refresh']!;
    const socket = await user.connect();
    await wait(31);
    const stolen = await refresh(user.refreshCookie);
    expect([stolen.status, stolen.body.code]).toEqual([401, 'session_ended']);
    expect((await refresh(next)).body.code).toBe('session_ended');
    expect((await user.get('/api/users/me')).body.code).toBe('session_ended');
    expect(await socket.waitFor('session:ended', undefined, 1_000)).toEqual({ reason: 'reused' });
    await socket.closed(1_000);
  });

  it('takes a cookie two generations old as stolen at once', async () => {
    const second = (await refresh(user.refreshCookie)).cookies['refresh']!;
    await refresh(second);
    expect((await refresh(user.refreshCookie)).body.code).toBe('session_ended');
  });

  it('ends after thirty idle days', async () => {
    await server.sql(`update sessions set expires_at = now() - interval '1 second' where user_id = $1`, [user.id]);
    expect((await refresh(user.refreshCookie)).body.code).toBe('session_ended');
  });
});
