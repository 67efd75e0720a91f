import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { MailCatcher } from '../kit/mail-catcher.js';

describe('limits on codes', () => {
  let mail: MailCatcher;
  let server: TestServer;
  let bob: ChatUser;
  let count = 0;

  beforeAll(async () => {
    mail = await MailCatcher.start();
    server = await TestServer.start({ ...mail.variables, RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    bob = await server.register('bob');
  });
  afterAll(async () => {
    await server.stop();
    await mail.stop();
  });

  /** From another computer each time, unless it is said which. */
  const post = (path: string, body: object, from = `203.0.113.${(count += 1) % 250}`): Promise<Answer<Refusal>> =>
    server.ask<Refusal>(`/api/auth/${path}`, { method: 'POST', body, headers: { 'x-forwarded-for': from } });

  it.each(['password-resets', 'email-codes'])(
    'let an address get eight an hour by %s, from wherever they are asked for and whether it has an account or not',
    async (path) => {
      for (const email of [`${path}.${bob.email}`, `${path}.nobody@example.test`, bob.email]) {
        const answers: number[] = [];
        for (let ask = 0; ask < 10; ask += 1) answers.push((await post(path, { email: email.toUpperCase() })).status);
        if (email !== bob.email) expect(answers).toEqual([...Array<number>(8).fill(202), 429, 429]);
        else expect(answers.slice(-2)).toEqual([429, 429]);
      }
    },
  );

  it('let one computer ask for fifty an hour', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, ask) => post('email-codes', { email: `a${ask}@example.test` }, '198.51.100.7')),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  });

  it('let an address be tried thirty times a day, from however many computers', async () => {
    for (const email of [bob.email, 'nobody@example.test']) {
      const guesses = Array.from({ length: 40 }, (_, guess) => ({
        email,
        code: String(guess).padStart(6, '0'),
        newPassword: 'a better horse battery',
      }));
      const answers = await Promise.all(guesses.map((guess) => post('password-resets/confirm', guess)));
      expect(answers.filter(({ status }) => status === 422)).toHaveLength(30);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    }
  });
});
