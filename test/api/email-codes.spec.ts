import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Authenticated } from '#contracts/auth.dto.js';
import type { PublicConfig } from '#contracts/config.dto.js';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { MailCatcher } from '../kit/mail-catcher.js';

describe('the code of who registers', () => {
  let mail: MailCatcher;
  let server: TestServer;
  let owner: ChatUser;

  beforeAll(async () => {
    mail = await MailCatcher.start();
    server = await TestServer.start(mail.variables);
    owner = await server.register('owner');
  });
  afterAll(async () => {
    await server.stop();
    await mail.stop();
  });

  const ask = (email: string, language = 'en'): Promise<Answer<Refusal>> =>
    server.ask<Refusal>('/api/auth/email-codes', {
      method: 'POST',
      body: { email },
      headers: { 'accept-language': language },
    });
  const register = (username: string, email: string, emailCode?: string): Promise<Answer<Refusal & Authenticated>> =>
    server.ask<Refusal & Authenticated>('/api/auth/register', {
      method: 'POST',
      body: { username, email, password: 'correct horse battery', emailCode },
    });
  const problems = ({ body: { errors = [] } }: Answer<Refusal>): string[] =>
    errors.map(({ field, code }) => `${field} ${code}`);

  it('is promised by what a client is told at first', async () => {
    expect((await server.ask<PublicConfig>('/api/config')).body.mail).toBe(true);
  });

  it('comes to the address, in the language of the browser', async () => {
    expect((await ask('zoe@example.test')).status).toBe(202);
    expect((await ask('yue@example.test', 'zh-CN,zh;q=0.9,en;q=0.5')).status).toBe(202);
    expect((await mail.waitFor('zoe@example.test')).subject).toBe('Your code for registering with Roomers');
    expect((await mail.waitFor('yue@example.test')).subject).toBe('Roomers 注册验证码');
  });

  it('D25: is verified: any other text makes no account', async () => {
    await ask('d25@example.test');
    const code = await mail.codeFor('d25@example.test');
    await ask('other@example.test');
    const others = await mail.codeFor('other@example.test');
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect(problems(await register('d25', 'd25@example.test', wrong))).toEqual(['emailCode code_wrong']);
    expect(problems(await register('d25', 'd25@example.test', others))).toEqual(['emailCode code_wrong']);
    expect(problems(await register('d25', 'nobody-asked@example.test', code))).toEqual(['emailCode code_wrong']);
    for (const text of ['', 'any text', '12345'])
      expect(problems(await register('d25', 'd25@example.test', text))).toEqual(['emailCode invalid']);
    expect(await server.sql(`select from users where username = 'd25'`)).toEqual([]);
    expect((await register('d25', 'D25@example.test', code)).status).toBe(201);
  });

  it('works once: neither again nor for two at once', async () => {
    await ask('once@example.test');
    const code = await mail.codeFor('once@example.test');
    const both = await Promise.all(['once1', 'once2'].map((name) => register(name, 'once@example.test', code)));
    expect(both.map(({ status }) => status === 201)).toContain(true);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await server.sql(`select from users where email = 'once@example.test'`)).toHaveLength(1);
    expect(problems(await register('once3', 'once@example.test', code))).toEqual(['emailCode code_wrong']);
  });

  it('is still good when only the name was taken', async () => {
    await ask('again@example.test');
    const code = await mail.codeFor('again@example.test');
    const first = await server.register('taken');
    expect((await register(first.name, 'again@example.test', code)).body.code).toBe('username_taken');
    expect((await register('free', 'again@example.test', code)).status).toBe(201);
  });

  it('does not come to an address that has an account: its user is told instead, and who asked learns nothing', async () => {
    const bob = await server.register('bob');
    const [known, unknown] = [await ask(bob.email), await ask('unknown@example.test')];
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    const note = await mail.waitFor(bob.email);
    expect(note.subject).toBe('You have an account with Roomers already');
    expect(note.text).toContain(bob.name);
    expect(note.text).not.toMatch(/^\s*\d{6}$/mu);
  });

  it('is demanded where the organisation says so, of a domain too, and tells who asks nothing about others', async () => {
    const bob = await server.register('bob');
    const rules = { verifiedEmail: true, emailDomains: ['example.test'] };
    await body(owner.patch('/api/admin/settings', rules));
    try {
      const before = await server.sql('select id from users');
      for (const email of [bob.email, 'nobody@example.test'])
        expect(problems(await register('newcomer', email))).toEqual(['emailCode required']);
      await ask('newcomer@other.test');
      const foreign = await register('newcomer', 'newcomer@other.test', await mail.codeFor('newcomer@other.test'));
      expect([foreign.status, ...problems(foreign)]).toEqual([422, 'email email_domain']);
      expect(await server.sql('select id from users')).toEqual(before);
      await ask('newcomer@example.test');
      const code = await mail.codeFor('newcomer@example.test');
      expect((await register('newcomer', 'newcomer@example.test', code)).status).toBe(201);
    } finally {
      await body(owner.patch('/api/admin/settings', { verifiedEmail: false, emailDomains: [] }));
    }
  });

  it('comes later when the mail server was busy', async () => {
    mail.refuseWith = 451;
    const before = mail.tries;
    await ask('later@example.test');
    await eventually(() => expect(mail.tries).toBeGreaterThan(before));
    mail.refuseWith = undefined;
    await eventually(() => expect(mail.to('later@example.test')).toHaveLength(1), 40_000);
    expect((await register('later', 'later@example.test', await mail.codeFor('later@example.test'))).status).toBe(201);
  }, 60_000);
});

describe('without mail', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.register('owner');
  });
  afterAll(() => server.stop());

  it('no code can be asked for, whether there is an account or not, and nothing is made', async () => {
    expect((await server.ask<PublicConfig>('/api/config')).body.mail).toBe(false);
    const ann = await server.register('ann');
    for (const path of ['email-codes', 'password-resets'])
      for (const email of [ann.email, 'nobody@example.test']) {
        const answer = await server.ask<Refusal>(`/api/auth/${path}`, { method: 'POST', body: { email } });
        expect([answer.status, answer.body.code]).toEqual([409, 'mail_off']);
      }
    expect(await server.sql('select * from email_codes')).toEqual([]);
  });
});
