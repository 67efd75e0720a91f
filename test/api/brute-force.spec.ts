import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('limits on guessing', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start({ RATE_LIMITS: 'on' });
    ann = await server.register('ann');
    bob = await server.register('bob');
  });
  afterAll(() => server.stop());

  const signIn = (login: string, password: string, from?: string): Promise<Answer<Refusal>> =>
    server.ask<Refusal>('/api/auth/login', {
      method: 'POST',
      body: { login, password },
      headers: from === undefined ? {} : { 'x-forwarded-for': from },
    });

  it('stop the eleventh wrong password, also the right one then, with the time to wait', async () => {
    for (let count = 0; count < 10; count += 1) expect((await signIn(ann.name, 'wrong one')).status).toBe(401);
    for (const name of [ann.name, ann.name.toUpperCase()]) {
      const answer = await signIn(name, ann.password);
      expect([answer.status, answer.body.code]).toEqual([429, 'rate_limited']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
    }
    expect((await signIn(bob.name, bob.password)).status).toBe(200);
  });

  it('count guesses made at once', async () => {
    const all = await Promise.all(Array.from({ length: 25 }, () => signIn('nobody', 'wrong one')));
    expect(all.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('do not believe an address that the caller makes up', async () => {
    const eve = await server.register('eve');
    for (let count = 0; count < 10; count += 1) await signIn(eve.name, 'wrong one', `10.0.0.${count}`);
    expect((await signIn(eve.name, eve.password, '10.0.1.1')).status).toBe(429);
  });

  it('hold for changing the password too', async () => {
    const wish = { oldPassword: 'wrong one', newPassword: 'a better horse battery' };
    for (let count = 0; count < 10; count += 1) expect((await bob.post('/api/auth/password', wish)).status).toBe(422);
    expect((await bob.post('/api/auth/password', wish)).status).toBe(429);
  });

  it('stop who registers in masses', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 60; count += 1) {
      const answer = await server.ask('/api/auth/register', { method: 'POST', body: {} });
      statuses.push(answer.status);
    }
    // What is refused for its shape costs nothing; a good one is counted.
    expect(new Set(statuses)).toEqual(new Set([422]));
    const wish = { username: 'taken-name', email: ann.email, password: 'correct horse battery' };
    const all = await Promise.all(
      Array.from({ length: 60 }, () => server.ask<Refusal>('/api/auth/register', { method: 'POST', body: wish })),
    );
    expect(all.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  });
});
