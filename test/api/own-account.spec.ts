import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OwnAccount } from '#contracts/account.dto.js';
import type { Profile } from '#contracts/profile.dto.js';
import type { User } from '#contracts/user.dto.js';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { MailCatcher } from '../kit/mail-catcher.js';

type Changed = Answer<OwnAccount & Omit<Refusal, 'status'>>;

const change = (user: ChatUser, wish: object, password = user.password): Promise<Changed> =>
  user.patch<OwnAccount & Omit<Refusal, 'status'>>('/api/users/me', { password, ...wish });
const problems = ({ body: { errors = [] } }: Answer<Pick<Refusal, 'errors'>>): string[] =>
  errors.map(({ field, code }) => `${field} ${code}`);
const signIn = async (server: TestServer, login: string, password: string): Promise<number> =>
  (await server.ask('/api/auth/login', { method: 'POST', body: { login, password } })).status;

describe('the own username', () => {
  let server: TestServer;
  let bob: ChatUser;
  let ann: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
    await server.register('owner');
  });
  beforeEach(async () => {
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());

  const rows = (): Promise<object[]> => server.sql('select id, username, email from users order by id');

  it.each<[object, string]>([
    [{ username: 'a' }, 'username too_short'],
    [{ username: 'x'.repeat(33) }, 'username too_long'],
    [{ username: 'no spaces' }, 'username invalid'],
    [{ username: 'Admin' }, 'username username_reserved'],
    [{ username: 'a\0b' }, 'username text_invalid'],
    [{ username: '\ud800x' }, 'username text_invalid'],
    [{ username: null }, 'username required'],
    [{ email: 'nobody' }, 'email invalid'],
    [{ email: `${'x'.repeat(250)}@example.test` }, 'email invalid'],
    [{ email: '\ud800@example.test' }, 'email text_invalid'],
    [{ emailCode: 'abc' }, 'emailCode invalid'],
    [{ role: 'owner' }, 'role unknown_field'],
    [{ password: undefined }, 'password required'],
    [{ password: '' }, 'password required'],
  ])('is refused as %j, at its field', async (wish, problem) => {
    const before = await rows();
    const answer = await change(bob, wish);
    expect([answer.status, problems(answer)[0]]).toEqual([422, problem]);
    expect(await rows()).toEqual(before);
  });

  it('needs the present password, however often it is tried', async () => {
    const before = await rows();
    expect(problems(await change(bob, { username: 'other', email: 'o@example.test' }, 'a wrong one'))).toEqual([
      'password password_wrong',
    ]);
    expect((await server.ask('/api/users/me', { method: 'PATCH', body: { password: 'x' } })).status).toBe(401);
    expect(await rows()).toEqual(before);
  });

  it('changes for everybody at once, and the old one leads to the same person for good', async () => {
    const name = `${bob.name}-new`;
    const watcher = await ann.connect();
    expect((await change(bob, { username: name.toUpperCase() })).body).toMatchObject({ id: bob.id, username: name });
    const told = await watcher.waitFor('user', ({ id }) => id === bob.id);
    expect(told).toEqual((await ann.get<User>(`/api/users/${name}`)).body);
    expect((await ann.get<User>(`/api/users/${bob.name}`)).body).toEqual(told);
    expect((await ann.get<Profile>(`/api/profiles/${bob.name}`)).body.user).toEqual(told);
    expect([await signIn(server, name, bob.password), await signIn(server, bob.name, bob.password)]).toEqual([
      200, 401,
    ]);
    watcher.close();
  });

  it('that somebody had is nobody else’s, neither by registering nor by changing, also at the same moment', async () => {
    const [old, wanted] = [bob.name, `${bob.name}-w`];
    expect((await change(bob, { username: wanted })).status).toBe(200);
    const before = await rows();
    const taken = await change(ann, { username: old });
    expect([taken.status, ...problems(taken)]).toEqual([409, 'username username_taken']);
    expect(taken.body.suggestion).toBe(`${old}-2`);
    const wish = { username: old, email: 'new@example.test', password: 'correct horse battery' };
    expect((await server.ask<Refusal>('/api/auth/register', { method: 'POST', body: wish })).body.code).toBe(
      'username_taken',
    );
    expect(await rows()).toEqual(before);
    const both = await Promise.all([change(ann, { username: `${old}-x` }), change(bob, { username: `${old}-x` })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await change(bob, { username: wanted })).status).toBe(200);
    expect((await change(bob, { username: old })).status).toBe(200);
  });

  it('is not the password', async () => {
    const named = await server.register('named', { password: 'quite-a-username' });
    expect(
      problems(await change(named, { username: 'quite-a-username', email: 'quite-a-username@example.test' })),
    ).toEqual(['username password_like_name', 'email password_like_name']);
  });

  it('and the address change together or not at all', async () => {
    const before = await rows();
    const answer = await change(bob, { username: `${bob.name}-z`, email: ann.email.toUpperCase() });
    expect([answer.status, ...problems(answer)]).toEqual([409, 'email email_taken']);
    expect(await rows()).toEqual(before);
    expect((await server.sql('select 1 from usernames where username = $1', [`${bob.name}-z`])).length).toBe(0);
  });

  it('changes no address where only its case does, and without mail another needs no code', async () => {
    expect((await change(bob, { email: bob.email.toUpperCase() })).body.email).toBe(bob.email.toUpperCase());
    expect((await change(bob, { email: `new.${bob.email}` })).body.email).toBe(`new.${bob.email}`);
    expect((await bob.post('/api/users/me/email-codes', { email: 'x@example.test' })).body.code).toBe('mail_off');
    expect([
      await signIn(server, `new.${bob.email}`, bob.password),
      await signIn(server, bob.email, bob.password),
    ]).toEqual([200, 401]);
  });
});

describe('names that somebody had', () => {
  it('are not taken without end', async () => {
    const server = await TestServer.start({ RATE_LIMITS: 'on' });
    try {
      const user = await server.register('user');
      const answers: number[] = [];
      for (let count = 0; count <= 10; count += 1)
        answers.push((await change(user, { username: `name-${String(count)}` })).status);
      expect(answers).toEqual([...Array<number>(10).fill(200), 429]);
      expect((await change(user, { email: 'other@example.test' })).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});

describe('the own address, where mail is sent', () => {
  let mail: MailCatcher;
  let server: TestServer;
  let owner: ChatUser;
  let bob: ChatUser;
  let email: string;

  beforeAll(async () => {
    mail = await MailCatcher.start();
    server = await TestServer.start(mail.variables);
    owner = await server.register('owner');
  });
  beforeEach(async () => {
    bob = await server.register('bob');
    email = `new.${bob.email}`;
  });
  afterAll(async () => {
    await server.stop();
    await mail.stop();
  });

  const ask = (user: ChatUser, address: string): Promise<Answer<Refusal>> =>
    user.post('/api/users/me/email-codes', { email: address });

  it('changes with the code that came there, and the one before hears of it', async () => {
    await bob.patch('/api/profiles/me', { locale: 'zh' });
    expect(problems(await change(bob, { email }))).toEqual(['emailCode required']);
    expect((await ask(bob, email)).status).toBe(202);
    const emailCode = await mail.codeFor(email);
    expect((await change(bob, { email, emailCode })).body).toMatchObject({ id: bob.id, email });
    expect((await mail.waitFor(bob.email)).subject).toBe('你的邮箱已更换');
    expect((await bob.get<Profile>(`/api/profiles/${bob.name}`)).body.email).toBe(email);
    expect(problems(await change(bob, { email: bob.email, emailCode }))).toEqual(['emailCode code_wrong']);
  });

  it('takes a code of nobody else, for no other address and no other purpose', async () => {
    const eve = await server.register('eve');
    await ask(eve, email);
    const eves = await mail.codeFor(email);
    expect(problems(await change(bob, { email, emailCode: eves }))).toEqual(['emailCode code_wrong']);
    expect(problems(await change(eve, { email: `x${email}`, emailCode: eves }))).toEqual(['emailCode code_wrong']);
    await server.ask('/api/auth/email-codes', { method: 'POST', body: { email } });
    const registering = await mail.codeFor(email, 2);
    expect(problems(await change(bob, { email, emailCode: registering }))).toEqual(['emailCode code_wrong']);
    expect(await server.sql('select email from users where id = any($1)', [[bob.id, eve.id]])).toEqual(
      expect.arrayContaining([{ email: bob.email }, { email: eve.email }]),
    );
  });

  it('that has an account gets a note instead of a code, and who asks is answered as always', async () => {
    const ann = await server.register('ann');
    const [known, unknown] = [await ask(bob, ann.email), await ask(bob, email)];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect((await mail.waitFor(ann.email)).subject).toBe('You have an account with Roomers already');
    expect(problems(await change(bob, { email: ann.email }))).toEqual(['emailCode required']);
    expect(problems(await change(bob, { email: ann.email, emailCode: '123456' }))).toEqual(['emailCode code_wrong']);
  });

  it('changes for one of two with the same code', async () => {
    await ask(bob, email);
    const emailCode = await mail.codeFor(email);
    const both = await Promise.all([1, 2].map(() => change(bob, { email, emailCode })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('keeps to the domains of the organisation', async () => {
    await body(owner.patch('/api/admin/settings', { verifiedEmail: true, emailDomains: ['example.test'] }));
    try {
      const foreign = await change(bob, { email: 'bob@other.test' });
      expect([foreign.status, ...problems(foreign)]).toEqual([422, 'email email_domain']);
    } finally {
      await body(owner.patch('/api/admin/settings', { verifiedEmail: false, emailDomains: [] }));
    }
  });
});
