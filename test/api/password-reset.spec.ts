import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Refusal } from '../kit/api/answer.js';
import { pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { unseal } from '../kit/api/planted-secrets.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { MailCatcher } from '../kit/mail-catcher.js';

const NEW = 'a better horse battery';

describe('a forgotten password', () => {
  let mail: MailCatcher;
  let server: TestServer;
  let ann: ChatUser;

  beforeAll(async () => {
    mail = await MailCatcher.start();
    server = await TestServer.start({ ...mail.variables, PUBLIC_URL: 'https://chat.example.test', LOG_LEVEL: 'trace' });
    ann = await server.register('ann');
  });
  afterAll(async () => {
    await server.stop();
    await mail.stop();
  });

  const ask = (email: unknown): Promise<Answer<Refusal>> =>
    server.ask<Refusal>('/api/auth/password-resets', { method: 'POST', body: { email } });
  const confirm = (email: string, code: unknown, newPassword: string = NEW): Promise<Answer<Refusal>> =>
    server.ask<Refusal>('/api/auth/password-resets/confirm', { method: 'POST', body: { email, code, newPassword } });
  const signIn = (user: ChatUser, password: string): Promise<Answer<Refusal>> =>
    server.ask<Refusal>('/api/auth/login', { method: 'POST', body: { login: user.name, password } });
  const problems = ({ body: { errors = [] } }: Answer<Refusal>): string[] =>
    errors.map(({ field, code }) => `${field} ${code}`);
  const hashes = (): Promise<object[]> => server.sql('select user_id, password_hash from credentials order by user_id');
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('is asked for alike whether there is an account or not, and only an account gets mail', async () => {
    const bob = await server.register('bob');
    const answers = [await ask(bob.email), await ask(bob.email.toUpperCase()), await ask('nobody@example.test')];
    for (const { status, text } of answers) expect([status, text]).toEqual([202, '']);
    expect(new Set(answers.map(({ headers }) => [...headers.keys()].sort().join())).size).toBe(1);
    await mail.waitFor(bob.email, 2);
    expect(mail.to('nobody@example.test')).toEqual([]);
  });

  it.each([
    ['none', undefined, 'email required'],
    ['no address', 'ann', 'email invalid'],
    ['a NUL', 'a\0@example.test', 'email text_invalid'],
    ['half a character', 'a\ud800@example.test', 'email text_invalid'],
    ['too much', `${'a'.repeat(300)}@example.test`, 'email invalid'],
    ['another type', { $ne: '' }, 'email invalid'],
  ])('is not asked for with %s', async (_, email, problem) => {
    const answer = await ask(email);
    expect([answer.status, problems(answer)]).toEqual([422, [problem]]);
  });

  it('is not set by a wrong code, one of somebody else or one for something else', async () => {
    const before = await hashes();
    const [bob, eve] = await server.registerAll('bob', 'eve');
    await ask(bob.email);
    await ask(eve.email);
    const codes = { bob: await mail.codeFor(bob.email), eve: await mail.codeFor(eve.email) };
    const other = 'registers@example.test';
    await server.ask('/api/auth/email-codes', { method: 'POST', body: { email: other } });
    const unknown = await confirm('nobody@example.test', codes.bob);
    for (const answer of [
      await confirm(bob.email, wrong(codes.bob)),
      await confirm(bob.email, codes.eve === codes.bob ? wrong(codes.bob) : codes.eve),
      await confirm(other, await mail.codeFor(other)),
      unknown,
    ]) {
      expect([answer.status, problems(answer)]).toEqual([422, ['code code_wrong']]);
      expect({ ...answer.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    }
    for (const code of ['', '12345', '1234567', 'abcdef', 123_456, null, '123456\0'])
      expect((await confirm(bob.email, code)).status).toBe(422);
    const after = await hashes();
    expect(after.slice(0, before.length)).toEqual(before);
    expect((await signIn(bob, bob.password)).status).toBe(200);
    expect((await confirm(bob.email, codes.bob)).status).toBe(204);
    expect((await signIn(bob, NEW)).status).toBe(200);
  });

  it('takes five wrong codes and then none, however many come at once', async () => {
    const bob = await server.register('bob');
    await ask(bob.email);
    const code = await mail.codeFor(bob.email);
    const tries = await Promise.all(Array.from({ length: 20 }, () => confirm(bob.email, wrong(code))));
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([422]));
    expect(problems(await confirm(bob.email, code))).toEqual(['code code_wrong']);
    expect(await server.sql('select max(tries) as most from email_codes')).toEqual([{ most: 5 }]);
    await ask(bob.email);
    expect((await confirm(bob.email, await mail.codeFor(bob.email, 2))).status).toBe(204);
  });

  it('takes only the newest code, within ten minutes', async () => {
    const bob = await server.register('bob');
    await ask(bob.email);
    const first = await mail.codeFor(bob.email);
    await ask(bob.email);
    const second = await mail.codeFor(bob.email, 2);
    if (first !== second) expect(problems(await confirm(bob.email, first))).toEqual(['code code_wrong']);
    const rows = await server.sql<{ left: number }>(
      'select extract(epoch from max(expires_at) - now())::float as left from email_codes',
    );
    expect(rows[0]!.left).toBeGreaterThan(590);
    expect(rows[0]!.left).toBeLessThanOrEqual(600);
    await server.sql(`update email_codes set expires_at = now() - interval '1 second'`);
    expect(problems(await confirm(bob.email, second))).toEqual(['code code_wrong']);
  });

  it('is set once by a code, also of two who do so at once', async () => {
    const bob = await server.register('bob');
    await ask(bob.email);
    const code = await mail.codeFor(bob.email);
    const both = await Promise.all(
      ['a first horse battery', 'a second horse battery'].map((p) => confirm(bob.email, code, p)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
    expect((await confirm(bob.email, code)).status).toBe(422);
  });

  it('is refused at its field when the new one is weak, and the code is still good then', async () => {
    const bob = await server.register('bob');
    await ask(bob.email);
    const code = await mail.codeFor(bob.email);
    for (const [weak, problem] of [
      ['short', 'too_short'],
      ['password1', 'password_common'],
      [bob.email, 'password_like_name'],
    ] as const)
      expect(problems(await confirm(bob.email, code, weak))).toEqual([`newPassword ${problem}`]);
    expect((await confirm(bob.email, `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(204);
  });

  it('D24: once set ends every session with its sockets, and the user is told by mail', async () => {
    const bob = await server.register('bob');
    const tab = await bob.connect();
    await ask(bob.email);
    const code = await mail.codeFor(bob.email);
    expect((await confirm(bob.email, code)).status).toBe(204);
    expect(await tab.waitFor('session:ended', undefined, 1_000)).toEqual({ reason: 'password_changed' });
    await tab.closed(1_000);
    expect((await bob.get('/api/users/me')).body.code).toBe('session_ended');
    expect((await signIn(bob, bob.password)).status).toBe(401);
    expect((await signIn(bob, NEW)).status).toBe(200);
    const note = await mail.waitFor(bob.email, 2);
    expect(note.subject).toBe('Your password was changed');
    expect(note.text).toContain(bob.name);
    expect(note.text).not.toContain(NEW);
  });

  it('is no way into an account out of use', async () => {
    const bob = await server.register('bob');
    await ask(bob.email);
    const code = await mail.codeFor(bob.email);
    expect((await ann.patch(`/api/admin/users/${bob.id}`, { status: 'deactivated' })).status).toBe(200);
    expect(problems(await confirm(bob.email, code))).toEqual(['code code_wrong']);
    expect((await ask(bob.email)).status).toBe(202);
    await pause(300);
    expect(mail.to(bob.email)).toHaveLength(1);
  });

  it('is written about in the language of the user', async () => {
    const lei = await server.register('lei');
    await lei.patch('/api/profiles/me', { locale: 'zh' });
    await ask(lei.email);
    const { subject, html, text, from } = await mail.waitFor(lei.email);
    expect(subject).toBe('重设密码的验证码');
    expect(html).toContain('lang="zh-Hans"');
    expect(text).toContain('https://chat.example.test');
    expect(from).toEqual({ name: 'Roomers', address: 'chat@example.test' });
  });

  it('D38: leaves neither code nor address where others may read: no answer, log, table or queue', async () => {
    const email = 'canary-address@example.test';
    await server.register('bob', { email });
    mail.refuseWith = 451;
    const { text } = await ask(email);
    const [job] = await eventually(async () => {
      const jobs = await server.sql<{ data: { letter: string } }>(
        `select data from bullmq.job where name = 'send-mail'`,
      );
      if (mail.tries === 0 || jobs.length === 0) throw new Error('No mail waits.');
      return jobs;
    });
    const { letter } = unseal(job!.data.letter) as { letter: { code: string } };
    await eventually(() => expect(server.log).toContain('A job failed.'));
    expect(text).toBe('');
    expect(await tablesWith(letter.code)).toEqual([]);
    expect(await tablesWith(email)).toEqual(['public.users']);
    for (const secret of [letter.code, 'canary-address']) expect(server.log).not.toContain(secret);
  });

  async function tablesWith(secret: string): Promise<string[]> {
    const tables = await server.sql<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'bullmq')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await server.sql(`select from ${name} as t where t::text ~* ('\\y' || $1 || '\\y')`, [secret]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  }
});
