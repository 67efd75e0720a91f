import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PublicConfig } from '#contracts/config.dto.js';
import type { Profile } from '#contracts/profile.dto.js';
import type { MembershipPage } from '#contracts/room.dto.js';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { putPicture } from '../kit/api/files.js';
import { acceptInvite, checkInvite, makeLink } from '../kit/api/invites.js';
import { TestServer } from '../kit/api/test-server.js';
import { MailCatcher } from '../kit/mail-catcher.js';

const SMTP_PASSWORD = 'a-password-of-the-mail-server';

describe('faults of the original, in accounts, mail and invitations', () => {
  let mail: MailCatcher;
  let server: TestServer;
  let owner: ChatUser;
  let ann: ChatUser;
  let bob: ChatUser;

  beforeAll(async () => {
    mail = await MailCatcher.start();
    const url = new URL(mail.variables['SMTP_URL'] ?? '');
    const SMTP_URL = `smtp://mailer:${SMTP_PASSWORD}@${url.host}`;
    server = await TestServer.start({ ...mail.variables, SMTP_URL });
    owner = await server.register('owner');
  });
  beforeEach(async () => {
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(async () => {
    await server.stop();
    await mail.stop();
  });

  const problems = ({ body: { errors = [] } }: Answer<Pick<Refusal, 'errors'>>): string[] =>
    errors.map(({ field, code }) => `${field} ${code}`).sort();
  const credentials = (): Promise<object[]> => server.sql('select * from credentials order by user_id');
  const users = (): Promise<object[]> => server.sql('select id, username, email from users order by id');
  const register = (wish: object): Promise<Answer<Refusal>> =>
    server.ask<Refusal>('/api/auth/register', { method: 'POST', body: wish });

  it('D21: who signs out is out everywhere that session was, and nobody else is', async () => {
    const tab = await ann.connect();
    const cookie = { headers: { cookie: `refresh=${ann.refreshCookie}` }, method: 'POST' };
    const others = { ...cookie, headers: { ...cookie.headers, authorization: `Bearer ${bob.token}` } };
    expect((await server.ask('/api/auth/logout', { method: 'POST' })).status).toBe(401);
    expect((await ann.get('/api/users/me')).status).toBe(200);
    const left = await ann.post('/api/auth/logout');
    expect([left.status, left.cookies['refresh'], left.cookies['files']]).toEqual([204, '', '']);
    await tab.closed(2_000);
    expect((await ann.get('/api/users/me')).body).toMatchObject({ status: 401, code: 'session_ended' });
    expect((await server.ask('/api/auth/refresh', cookie)).body).toMatchObject({ status: 401, code: 'session_ended' });
    await expect(ChatClient.connect(server.address, { token: ann.token, protocol: 1 })).rejects.toThrow();
    expect(await server.sql('select id from sessions where user_id = $1 and ended_at is null', [ann.id])).toEqual([]);
    expect((await server.ask('/api/auth/refresh', others)).status).toBe(401);
    expect((await bob.get('/api/users/me')).status).toBe(200);
  });

  it('D24: no answer repeats a password, a weak one is refused, and with a new one old sockets close', async () => {
    const before = await credentials();
    const path = '/api/auth/password';
    const attempts = [
      await bob.post(path, { oldPassword: 'my-wrong-secret', newPassword: 'my-fresh-secret' }),
      await bob.post(path, { oldPassword: bob.password, newPassword: 'x' }),
      await bob.post(path, { oldPassword: bob.password, newPassword: 'Password123' }),
      await bob.post(path, { oldPassword: bob.password, newPassword: bob.password }),
      await bob.post(path, { oldPassword: bob.password, newPassword: 'y', confirm: 'my-typed-secret' }),
      await register({ email: 'x', username: 'x', password: 'my-typed-secret' }),
      await server.ask<Refusal>('/api/auth/login', {
        method: 'POST',
        body: { login: bob.name, password: 'my-wrong-secret' },
      }),
    ];
    for (const { text, status } of attempts) {
      expect(text).not.toMatch(/my-\w+-secret|Password123|correct horse/u);
      expect([401, 422]).toContain(status);
    }
    expect(attempts.slice(0, 4).flatMap(problems)).toEqual([
      'oldPassword password_wrong',
      'newPassword too_short',
      'newPassword password_common',
      'newPassword password_same',
    ]);
    expect(await credentials()).toEqual(before);
    expect(server.log).not.toMatch(/my-\w+-secret|correct horse/u);
    const login = { method: 'POST', body: { login: bob.name, password: bob.password } };
    const elsewhere = (await server.ask<{ accessToken: string }>('/api/auth/login', login)).body.accessToken;
    const old = await ChatClient.connect(server.address, { token: elsewhere, protocol: 1 });
    const own = await bob.connect();
    expect((await bob.post(path, { oldPassword: bob.password, newPassword: 'a better secret' })).status).toBe(204);
    await old.closed(2_000);
    expect([own.isConnected, (await bob.get('/api/users/me')).status]).toEqual([true, 200]);
  });

  it('D25: without the code that came by mail nobody registers, and the answer says what is missing', async () => {
    await owner.patch('/api/admin/settings', { verifiedEmail: true });
    const wish = { email: 'd25@example.test', username: 'd25', password: 'correct horse battery' };
    const before = await users();
    const attempts = [{}, { emailCode: '' }, { emailCode: 'any text' }, { emailCode: '123456' }, { email_code: '1' }];
    const answers = [];
    for (const attempt of attempts) answers.push(await register({ ...wish, ...attempt }));
    await owner.patch('/api/admin/settings', { verifiedEmail: false });
    expect(answers.map((answer) => [answer.status, ...problems(answer)])).toEqual([
      [422, 'emailCode required'],
      [422, 'emailCode invalid'],
      [422, 'emailCode invalid'],
      [422, 'emailCode code_wrong'],
      [422, 'email_code unknown_field'],
    ]);
    expect(await users()).toEqual(before);
  });

  it('D26: clients and server know one rule for passwords, and every fault is told at its field at once', async () => {
    const { limits } = (await server.ask<PublicConfig>('/api/config')).body;
    const passwords = [limits.passwordMin, limits.passwordMax].map((length) =>
      'cyan-violin!'.repeat(25).slice(0, length),
    );
    const before = await users();
    const tooShort = await register({ email: 'a@example.test', username: 'd26', password: passwords[0]?.slice(1) });
    expect(problems(tooShort)).toEqual(['password too_short']);
    const tooLong = await register({ email: 'a@example.test', username: 'd26', password: `${passwords[1]}x` });
    expect(problems(tooLong)).toEqual(['password too_long']);
    const all = await register({ email: 'no', username: 'no spaces', password: '1', emailCode: 'no' });
    expect(problems(all)).toEqual(['email invalid', 'emailCode invalid', 'password too_short', 'username invalid']);
    expect(await users()).toEqual(before);
    for (const [at, password] of passwords.entries())
      expect((await register({ email: `d26-${at}@example.test`, username: `d26-${at}`, password })).status).toBe(201);
  });

  it('D27: nothing of an account fails in silence', async () => {
    const rows = (): Promise<object[]> =>
      server.sql('select p, u.image_id from profiles p join users u on u.id = p.user_id');
    const before = await rows();
    const long = await bob.patch<Profile & Refusal>('/api/profiles/me', {
      location: 'x'.repeat(51),
      aboutMe: 'of bob',
    });
    expect([long.status, ...problems(long)]).toEqual([422, 'location too_long']);
    for (const content of [Buffer.alloc(0), Buffer.from('no picture'), Buffer.from('<svg/>')]) {
      const answer = await putPicture(bob, '/api/profiles/me/image', content);
      expect([answer.status, ...problems(answer)]).toEqual([422, 'file file_unusable']);
    }
    const anonymous = { method: 'PATCH', body: { location: 'here' } };
    expect((await server.ask('/api/profiles/me', anonymous)).status).toBe(401);
    expect(await rows()).toEqual(before);
    expect((await bob.patch<Profile>('/api/profiles/me', { location: 'x'.repeat(50) })).body.location).toHaveLength(50);
  });

  it('D38: a mailed code is compared by the server and told to nobody but the address', async () => {
    const asked = await server.ask('/api/auth/email-codes', { method: 'POST', body: { email: 'd38@example.test' } });
    expect([asked.status, asked.text]).toEqual([202, '']);
    const { subject, text } = await mail.waitFor('d38@example.test');
    const code = await mail.codeFor('d38@example.test');
    expect([text?.includes(code), subject?.includes(code), server.log.includes(code)]).toEqual([true, false, false]);
    const wish = { email: 'd38@example.test', username: 'd38', password: 'correct horse battery' };
    const before = await users();
    expect(problems(await register({ ...wish, email: 'd38-2@example.test', emailCode: code }))).toEqual([
      'emailCode code_wrong',
    ]);
    expect(await users()).toEqual(before);
    expect((await register({ ...wish, emailCode: code })).status).toBe(201);
  });

  it('D38: the password of the mail server is nowhere that anybody reads', async () => {
    await mail.waitFor('d38@example.test');
    const answers = [
      await server.ask('/api/config'),
      await owner.get('/api/admin/settings'),
      await server.ask('/api/health/ready'),
    ];
    for (const { text } of answers) expect(text).not.toContain(SMTP_PASSWORD);
    expect(server.log).not.toContain(SMTP_PASSWORD);
  });

  it('D38: an invitation brings nobody anywhere before they accept it, and only those whom it is for', async () => {
    const room = await ann.createRoom({ visibility: 'private' });
    const members = async (): Promise<string[]> =>
      (await body(ann.get<MembershipPage>(`/api/rooms/${room.id}/members`))).items.map(({ user }) => user.id);
    const { token, id } = await makeLink(ann, room.id, { uses: 1 });
    await bob.post(`/api/rooms/${room.id}/requests`, {});
    const tries: [string, string, object?][] = [
      ['PUT', `/api/rooms/${room.id}/members/${bob.name}`, {}],
      ['PUT', `/api/rooms/${room.id}/membership`],
      ['DELETE', `/api/rooms/${room.id}/requests/${bob.name}`],
      ['POST', `/api/rooms/${room.id}/invites`, {}],
      ['DELETE', `/api/rooms/${room.id}/invites/${id}`],
      ['POST', '/api/invites/acceptance', { token: id }],
      ['POST', '/api/invites/acceptance', { token: `${token}x` }],
    ];
    for (const [method, path, content] of tries)
      expect([path, (await bob.ask(method, path, { body: content })).status]).toEqual([path, 404]);
    expect((await server.ask('/api/invites/acceptance', { method: 'POST', body: { token } })).status).toBe(401);
    expect((await checkInvite(server.address, token)).status).toBe(200);
    expect(await members()).toEqual([ann.id]);
    expect((await acceptInvite(bob, token)).status).toBe(200);
    expect((await members()).sort()).toEqual([ann.id, bob.id].sort());
  });
});
