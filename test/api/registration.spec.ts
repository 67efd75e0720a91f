import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Profile } from '#contracts/profile.dto.js';
import type { Answer, Refusal } from '../kit/api/answer.js';
import { TestServer } from '../kit/api/test-server.js';

describe('registering', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  const good = { email: 'zoe@example.test', username: 'zoe', password: 'correct horse battery' };
  const register = <Body = Refusal>(wish: object | string): Promise<Answer<Body>> =>
    server.ask<Body>('/api/auth/register', { method: 'POST', body: wish });
  const fields = ({ body: { errors = [] } }: Answer<Refusal>): string[] =>
    errors.map(({ field, code }) => `${field} ${code}`).sort();

  it.each<[string, object, string]>([
    ['an e-mail address that is none', { email: 'zoe' }, 'email invalid'],
    ['an e-mail address that is too long', { email: `${'a'.repeat(250)}@x.test` }, 'email invalid'],
    ['a username that is too short', { username: 'z' }, 'username too_short'],
    ['a username that is too long', { username: 'z'.repeat(33) }, 'username too_long'],
    ['a username with other characters', { username: 'zo e' }, 'username invalid'],
    ['a username that begins with a dot', { username: '.zoe' }, 'username invalid'],
    ['a username that is a word of ours', { username: 'Everyone' }, 'username username_reserved'],
    ['a password that is too short', { password: 'sevench' }, 'password too_short'],
    ['a password that is too long', { password: 'x'.repeat(257) }, 'password too_long'],
    ['a password that everybody guesses', { password: 'Password123' }, 'password password_common'],
    [
      'a password that is the username',
      { username: 'zoe.zoe.zoe', password: 'zoe.ZOE.zoe' },
      'password password_like_name',
    ],
    ['a password that is the address', { password: 'Zoe@example.test' }, 'password password_like_name'],
    ['a display name that is too long', { displayName: 'z'.repeat(61) }, 'displayName too_long'],
    ['an invitation with a NUL', { invite: 'a\0b' }, 'invite text_invalid'],
    ['a field that is unknown', { role: 'owner' }, 'role unknown_field'],
    ['a password with a NUL', { password: 'correct\0horse battery' }, 'password text_invalid'],
    ['an e-mail address with half a character', { email: 'z\ud800@example.test' }, 'email text_invalid'],
    ['a name with half a character', { displayName: 'z\ud800' }, 'displayName text_invalid'],
    ['a username of another type', { username: { $ne: '' } }, 'username invalid'],
  ])('refuses %s, at its field', async (_, change, problem) => {
    const answer = await register({ ...good, ...change });
    expect(answer.status).toBe(422);
    expect(fields(answer)).toContain(problem);
    expect(await server.sql('select * from users')).toEqual([]);
  });

  it('tells every wrong field at once, and never the password', async () => {
    const answer = await register({ email: 'x', username: 'x', password: 'hunter2', more: 1 });
    expect(fields(answer)).toEqual(['email invalid', 'more unknown_field', 'password too_short', 'username too_short']);
    expect(answer.text).not.toContain('hunter2');
    expect(fields(await register({}))).toEqual(['email required', 'password required', 'username required']);
  });

  it('refuses what is not JSON, is no object, is too large or is of another type', async () => {
    expect((await register('{"email":')).body.code).toBe('malformed_request');
    expect((await register('[]')).status).toBe(422);
    expect((await register('null')).status).toBeGreaterThanOrEqual(400);
    expect((await register({ ...good, displayName: 'x'.repeat(1_000_000) })).body.code).toBe('too_large');
    const form = { method: 'POST', body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expect((await server.ask<Refusal>('/api/auth/register', form)).status).toBe(415);
    expect(await server.sql('select * from users')).toEqual([]);
  });

  it('makes exactly one owner of twenty who register at once, and a profile for each', async () => {
    const users = await server.registerAll(...Array.from({ length: 20 }, () => 'first'));
    expect(users.filter(({ user }) => user.role === 'owner')).toHaveLength(1);
    expect(await server.sql(`select count(*)::int as owners from users where role = 'owner'`)).toEqual([{ owners: 1 }]);
    const profiles = await Promise.all(users.map((user) => user.get<Profile>(`/api/profiles/${user.name}`)));
    expect(profiles.map(({ body }) => body.user.id)).toEqual(users.map(({ id }) => id));
    const owner = users.find(({ user }) => user.role === 'owner')!;
    expect(
      await server.sql('select action, actor_id, actor_name, target_id, target_name, ip from audit_entries'),
    ).toEqual([
      {
        ...{ action: 'owner_created', actor_id: owner.id, actor_name: 'first', ip: '127.0.0.1' },
        ...{ target_id: owner.id, target_name: 'first' },
      },
    ]);
  });

  it('takes a username or an e-mail address once, whatever its case', async () => {
    const first = await register<{ user: { username: string } }>({ ...good, username: 'ZOE' });
    expect(first.status).toBe(201);
    expect(first.body.user.username).toBe('zoe');
    expect(first.text).not.toContain(good.password);
    const sameName = await register({ ...good, email: 'other@example.test', username: 'Zoe' });
    expect([sameName.status, sameName.body.code]).toEqual([409, 'username_taken']);
    expect(fields(sameName)).toEqual(['username username_taken']);
    const sameAddress = await register({ ...good, username: 'zoe2', email: 'ZOE@EXAMPLE.test' });
    expect([sameAddress.status, sameAddress.body.code]).toEqual([409, 'email_taken']);
    expect(fields(sameAddress)).toEqual(['email email_taken']);
  });

  it('says which name near a taken one is free', async () => {
    const wish = (username: string): object => ({ ...good, username, email: `${username}@near.test` });
    const asked = async (username: string): Promise<unknown> =>
      (await register({ ...good, username, email: 'asks@near.test' })).body.suggestion;
    for (const username of ['near', 'near-2', 'near-4']) expect((await register(wish(username))).status).toBe(201);
    expect(await asked('NEAR')).toBe('near-3');
    expect((await register(wish('near-3'))).status).toBe(201);
    expect(await asked('near')).toBe('near-5');
    const long = 'n'.repeat(32);
    expect((await register(wish(long))).status).toBe(201);
    expect((await register(wish(String(await asked(long))))).status).toBe(201);
  });

  it('lets one of two have a username that both want at once', async () => {
    const both = await Promise.all(
      ['a', 'b'].map((name) => register({ ...good, username: 'twin', email: `${name}@example.test` })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('cleans names: composed, without controls and overrides', async () => {
    const wish = { ...good, username: 'cleaned', email: 'c@example.test', displayName: ' E\u0301va\u202e \u0007  Li ' };
    const { body } = await register<{ user: { displayName: string } }>(wish);
    expect(body.user.displayName).toBe('Éva Li');
  });
});

describe('the first account of a server that others can reach', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start({ HOST: '0.0.0.0' });
  });
  afterAll(() => server.stop());

  it('needs the set-up code that the start printed, and no later one does', async () => {
    const code = /Set-up code ([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}) /u.exec(server.log)?.[1];
    const account = { email: 'o@example.test', username: 'first', password: 'correct horse battery' };
    const send = (body: object): Promise<Answer<Refusal>> =>
      server.ask<Refusal>('/api/auth/register', { method: 'POST', body });
    expect((await send(account)).body.errors?.[0]).toMatchObject({ field: 'setupCode', code: 'setup_code_wrong' });
    expect((await send({ ...account, setupCode: 'aaaa-aaaa-aaaa' })).status).toBe(403);
    expect((await send({ ...account, setupCode: code })).status).toBe(201);
    expect((await server.register()).user.role).toBe('member');
  });
});
