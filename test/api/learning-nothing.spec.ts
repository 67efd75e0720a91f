import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { compareTimes } from '../kit/api/timing.js';
import { MailCatcher } from '../kit/mail-catcher.js';

const ROUNDS = 30;

describe('who guesses from outside', () => {
  let server: TestServer;
  let ann: ChatUser;
  beforeAll(async () => {
    // One proxy before it, which adds who asked it at the end.
    server = await TestServer.start({ RATE_LIMITS: 'on', TRUST_PROXY: '1' });
    ann = await server.register('ann');
  });
  afterAll(() => server.stop());

  const signIn = async (login: string, from: string): Promise<number> => {
    const wish = { login, password: 'wrong one' };
    return (await server.ask('/api/auth/login', { method: 'POST', body: wish, headers: { 'x-forwarded-for': from } }))
      .status;
  };
  const tenWrong = async (login: string, from: (count: number) => string): Promise<void> => {
    for (let count = 0; count < 10; count += 1) expect(await signIn(login, from(count))).toBe(401);
  };

  it('does not learn from the limits that a username and an address are of one account', async () => {
    const ip = '203.0.113.1';
    await tenWrong(ann.name, () => ip);
    expect(await signIn(ann.name, ip)).toBe(429);
    expect(await signIn(ann.email, ip)).toBe(401);
  });

  it('is one guesser with all addresses of a network of IPv6', async () => {
    const bob = await server.register('bob');
    await tenWrong(bob.name, (count) => `2001:db8:5:6:${count + 1}::${count}`);
    expect(await signIn(bob.name, '2001:db8:5:6:ffff::1')).toBe(429);
    expect(await signIn(bob.name, '2001:db8:5:7::1')).toBe(401);
  });

  it('is one guesser whatever addresses they put before that which the proxy adds', async () => {
    const eve = await server.register('eve');
    await tenWrong(eve.name, (count) => `198.51.100.${count}, 10.0.0.${count}, 203.0.113.9`);
    expect(await signIn(eve.name, '198.51.100.99, 203.0.113.9')).toBe(429);
    expect(await signIn(eve.name, '198.51.100.1')).toBe(401);
  });
});

describe('time tells nothing', () => {
  let mail: MailCatcher;
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  beforeAll(async () => {
    mail = await MailCatcher.start();
    server = await TestServer.start(mail.variables);
    // The first account is the owner, who sets the rules.
    ann = await server.register('ann');
    bob = await server.register('bob');
    const room = await ann.createRoom({ name: 'Secret', visibility: 'private' });
    expect(room.slug).toBe('secret');
    await body(ann.patch('/api/admin/settings', { verifiedEmail: true }));
  });
  afterAll(async () => {
    await server.stop();
    await mail.stop();
  });

  const post = (path: string, content: object): Promise<Answer<Refusal>> =>
    server.ask<Refusal>(`/api/auth/${path}`, { method: 'POST', body: content });
  const wish = (email: string) => ({ email, username: `x${Date.now()}`, password: 'correct horse battery' });

  const GUESSES: [string, (email: string) => Promise<Answer<Refusal>>][] = [
    ['signing in', (login) => post('login', { login, password: 'wrong one' })],
    ['asking for a new password', (email) => post('password-resets', { email })],
    ['asking for a code', (email) => post('email-codes', { email })],
    ['registering without a code', (email) => post('register', wish(email))],
    ['registering with a wrong code', (email) => post('register', { ...wish(email), emailCode: '123456' })],
    [
      'setting a password by a wrong code',
      (email) => post('password-resets/confirm', { email, code: '123456', newPassword: 'correct horse battery' }),
    ],
  ];

  it.each(GUESSES)('about who has an account, by %s, and neither does the answer', async (_, guess) => {
    const [known, unknown] = [await guess(bob.email), await guess('nobody@example.test')];
    const told = (answer: Answer<Refusal>) => [answer.status, { ...answer.body, requestId: '' }];
    expect(told(known)).toEqual(told(unknown));
    const times = await compareTimes(
      () => guess(bob.email),
      () => guess('nobody@example.test'),
      ROUNDS,
    );
    expect(Math.abs(times.known - times.unknown)).toBeLessThan(Math.max(5, times.unknown / 2));
  });

  it('about private rooms, by asking to join', async () => {
    const ask = (slug: string) => () => bob.post(`/api/rooms/${slug}/requests`);
    const { known, unknown } = await compareTimes(ask('secret'), ask('nowhere'), 10);
    expect(Math.min(known, unknown)).toBeGreaterThan(90);
    expect(await server.sql('select user_id from room_requests')).toEqual([{ user_id: bob.id }]);
  });
});
