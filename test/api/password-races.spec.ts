import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Authenticated } from '#contracts/auth.dto.js';
import type { Answer, Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { plantPasswordCode, plantPasswordLink } from '../kit/api/planted-secrets.js';
import { TestServer } from '../kit/api/test-server.js';

const NEW_PASSWORD = 'another horse battery';

describe('passwords that change while they are used', () => {
  let server: TestServer;
  let eve: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
    await server.register('owner');
  });
  beforeEach(async () => {
    eve = await server.register('eve');
    await plantPasswordCode(server, eve.email, '123456');
  });
  afterAll(() => server.stop());

  const post = <Body>(path: string, body: object): Promise<Answer<Body & Refusal>> =>
    server.ask(`/api/auth/${path}`, { method: 'POST', body });
  const confirm = (newPassword = NEW_PASSWORD): Promise<Answer<Refusal>> =>
    post('password-resets/confirm', { email: eve.email, code: '123456', newPassword });
  const signIn = (password: string): Promise<Answer<Authenticated & Refusal>> =>
    post('login', { login: eve.name, password });
  const times = <Value>(count: number, act: () => Promise<Value>): Promise<Value[]> =>
    Promise.all(Array.from({ length: count }, act));

  it('leave no session to who signed in with the old one meanwhile', async () => {
    const [reset, signedIn] = await Promise.all([confirm(), times(20, () => signIn(eve.password))]);
    expect(reset.status).toBe(204);
    const open = `select id from sessions where user_id = $1 and ended_at is null`;
    expect(await server.sql(open, [eve.id])).toEqual([]);
    const tokens = signedIn.filter(({ status }) => status === 200).map(({ body }) => body.accessToken);
    for (const token of tokens) {
      const headers = { authorization: `Bearer ${token}` };
      expect((await server.ask('/api/users/me', { headers })).status).toBe(401);
    }
  });

  it('are not set again by who knew the old one', async () => {
    const change = { oldPassword: eve.password, newPassword: 'the horse of a thief' };
    const [reset] = await Promise.all([confirm(), times(10, () => eve.post('/api/auth/password', change))]);
    expect(reset.status).toBe(204);
    expect((await signIn(NEW_PASSWORD)).status).toBe(200);
  });

  it('are set by a code or a link once, however often at once', async () => {
    const codes = await times(5, () => confirm());
    expect(codes.map(({ status }) => status).sort()).toEqual([204, 422, 422, 422, 422]);
    const token = await plantPasswordLink(server, eve);
    const links = await times(5, () => post('password-links', { token, newPassword: 'yet another battery' }));
    expect(links.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404]);
  });
});
