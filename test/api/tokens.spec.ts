import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { claimsOf, signToken } from '../kit/api/tokens.js';

describe('bearer tokens that are not good', () => {
  let server: TestServer;
  let owner: ChatUser;
  let member: ChatUser;
  let bad: Record<string, string>;

  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
    member = await server.register('member');
    const claims = claimsOf(owner.token);
    const now = Math.floor(Date.now() / 1_000);
    bad = {
      none: '',
      nonsense: 'abc',
      'signed with another key': signToken(claims, { key: 'another key' }),
      unsigned: signToken(claims, { algorithm: 'none' }),
      'of another algorithm': signToken(claims, { algorithm: 'HS512' }),
      expired: signToken({ ...claims, exp: now - 1 }),
      'of a session that is no id': signToken({ ...claims, sid: `' or true --` }),
      'of a session that never was': signToken({ ...claims, sid: '019a0000-0000-7000-8000-000000000000' }),
      'without a session': signToken({ sub: claims.sub, exp: claims.exp }),
      'that is a refresh cookie': owner.refreshCookie,
      'of a megabyte': 'a'.repeat(7_000),
    };
  });
  afterAll(() => server.stop());

  it('are refused by every route that needs a session', async () => {
    for (const [what, token] of Object.entries(bad)) {
      const answer = await server.ask('/api/users/me', { headers: { authorization: `Bearer ${token}` } });
      expect({ what, status: answer.status }).toEqual({ what, status: 401 });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect((await server.ask('/api/users/me')).body).toMatchObject({ code: 'unauthenticated' });
    const good = signToken(claimsOf(owner.token));
    expect((await server.ask('/api/users/me', { headers: { authorization: `Bearer ${good}` } })).status).toBe(200);
  });

  it('are refused by the socket with their code', async () => {
    for (const token of Object.values(bad)) {
      await expect(ChatClient.connect(server.address, { token, protocol: 1 })).rejects.toThrow(
        /^(unauthenticated|session_ended)$/u,
      );
    }
    for (const auth of [{}, { token: null, protocol: 1 }, { token: { a: 1 }, protocol: 1 }])
      await expect(ChatClient.connect(server.address, auth)).rejects.toThrow();
    await expect(ChatClient.connect(server.address, { token: owner.token, protocol: 2 })).rejects.toThrow(
      'protocol_unsupported',
    );
    (await ChatClient.connect(server.address, { token: owner.token, protocol: 1 })).close();
  });

  it('of a member do not open admin routes: 401 without a session, then 403', async () => {
    expect((await server.ask('/api/admin/users')).status).toBe(401);
    expect((await member.get('/api/admin/users')).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await owner.get('/api/admin/users')).status).toBe(200);
    const change = { role: 'admin' };
    expect((await server.ask(`/api/admin/users/${member.id}`, { method: 'PATCH', body: change })).status).toBe(401);
    expect((await member.patch(`/api/admin/users/${member.id}`, change)).status).toBe(403);
    expect(await server.sql('select role from users where id = $1', [member.id])).toEqual([{ role: 'member' }]);
  });
});
