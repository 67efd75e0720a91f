import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PasswordLinkOwner } from '#contracts/auth.dto.js';
import type { Answer, Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { plantPasswordLink } from '../kit/api/planted-secrets.js';
import { TestServer } from '../kit/api/test-server.js';

const NEW = 'a better horse battery';

describe('a link for a new password', () => {
  let server: TestServer;
  let owner: ChatUser;
  let bob: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
  });
  beforeEach(async () => {
    bob = await server.register('bob');
  });
  afterAll(() => server.stop());

  const issue = (user: ChatUser, holds?: string): Promise<string> => plantPasswordLink(server, user, holds);
  const check = (token: unknown): Promise<Answer<PasswordLinkOwner & Refusal>> =>
    server.ask('/api/auth/password-links/check', { method: 'POST', body: { token } });
  const use = (token: string, newPassword = NEW): Promise<Answer<Refusal>> =>
    server.ask('/api/auth/password-links', { method: 'POST', body: { token, newPassword } });
  const signIn = async (user: ChatUser, password: string): Promise<number> =>
    (await server.ask('/api/auth/login', { method: 'POST', body: { login: user.name, password } })).status;

  it('says whose it is, sets the password once and ends all sessions', async () => {
    const token = await issue(bob);
    const tab = await bob.connect();
    expect((await check(token)).body).toEqual({ username: bob.name, displayName: 'bob' });
    expect((await use(token)).status).toBe(204);
    await tab.closed(1_000);
    expect((await bob.get('/api/users/me')).body.code).toBe('session_ended');
    expect([await signIn(bob, bob.password), await signIn(bob, NEW)]).toEqual([401, 200]);
    expect((await use(token)).body.code).toBe('link_unusable');
    expect((await check(token)).body.code).toBe('link_unusable');
  });

  it('is refused alike when it is over, was replaced, is of an account out of use, or never was', async () => {
    const [late, replaced] = [await issue(bob, '-1 second'), await issue(owner)];
    await issue(owner);
    const gone = await server.register('gone');
    const ofGone = await issue(gone);
    await owner.patch(`/api/admin/users/${gone.id}`, { status: 'deactivated' });
    const answers = [late, replaced, ofGone, 'nonsense', 'x'.repeat(200)].flatMap((token) => [
      check(token),
      use(token),
    ]);
    const bodies = (await Promise.all(answers)).map(({ body }) => ({ ...body, requestId: '' }));
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    expect(bodies[0]).toMatchObject({ status: 404, code: 'link_unusable' });
    expect([await signIn(bob, bob.password), await signIn(owner, owner.password)]).toEqual([200, 200]);
  });

  it.each([undefined, '', 'x'.repeat(201), 'a\0b', '\ud800', 7, ['a']])(
    'is refused as %j, at its field',
    async (token) => {
      const { status, body } = await check(token);
      expect([status, body.errors?.map(({ field }) => field)]).toEqual([422, ['token']]);
    },
  );

  it('is good after a weak password, and gives one to one of two at once', async () => {
    const token = await issue(bob);
    expect((await use(token, 'password1')).body.errors).toMatchObject([
      { field: 'newPassword', code: 'password_common' },
    ]);
    const both = await Promise.all([use(token, `${NEW} 1`), use(token, `${NEW} 2`)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
  });

  it('is over once the user has changed the password themselves', async () => {
    const token = await issue(bob);
    expect((await bob.post('/api/auth/password', { oldPassword: bob.password, newPassword: NEW })).status).toBe(204);
    expect((await use(token, 'the link comes too late')).body.code).toBe('link_unusable');
    expect(await signIn(bob, NEW)).toBe(200);
  });
});
