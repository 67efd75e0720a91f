import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { SessionPage } from '#contracts/auth.dto.js';
import type { PublicConfig } from '#contracts/config.dto.js';
import { LIMITS } from '#contracts/limits.js';
import type { Profile } from '#contracts/profile.dto.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

const METRICS_TOKEN = 'a token for the collector';

describe('doors that need no session', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start({ METRICS_TOKEN, TRUST_PROXY: '1' });
  });
  afterAll(() => server.stop());

  it('say what a client needs before anybody has signed in', async () => {
    const { body } = await server.ask<PublicConfig>('/api/config');
    expect(body).toMatchObject({ protocol: 1, needsOwner: true, needsSetupCode: false });
    expect(body.limits).toMatchObject({
      messageText: LIMITS.messageText,
      passwordHint: 12,
      attachmentBytes: 26_214_400,
    });
    await server.register();
    expect((await server.ask<PublicConfig>('/api/config')).body.needsOwner).toBe(false);
  });

  it('serve the committed contract', async () => {
    for (const name of ['openapi.json', 'socket-protocol.json']) {
      const served = await (await fetch(`${server.address}/api/${name}`)).json();
      expect(served).toEqual(JSON.parse(readFileSync(`docs/api/${name}`, 'utf8')));
    }
    expect((await fetch(`${server.address}/api/docs`)).status).toBe(200);
  });

  it('give figures to whoever has the token, and to nobody else', async () => {
    const figures = (authorization?: string): Promise<Response> =>
      fetch(`${server.address}/metrics`, authorization === undefined ? {} : { headers: { authorization } });
    for (const wrong of [undefined, 'Bearer x', `Bearer ${METRICS_TOKEN}x`, METRICS_TOKEN])
      expect((await figures(wrong)).status).toBe(404);
    const good = await figures(`Bearer ${METRICS_TOKEN}`);
    expect([good.status, await good.text()]).toEqual([200, expect.stringMatching(/^roomers_\w+ \d/mu)]);
  });

  it('answer what is not there as such, whatever the method and with or without a session', async () => {
    const user = await server.register();
    for (const path of ['/api', '/api/', '/api/nothing', '/api/rooms/a/b/c/d', '/api/..%2fetc', '/api/messages'])
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) expect((await user.ask(method, path)).status).toBe(404);
    expect((await server.ask('/api/nothing')).body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('believe the address that the one trusted proxy names, and none before it', async () => {
    const user: ChatUser = await server.register();
    const headers = { 'x-forwarded-for': '203.0.113.7, 198.51.100.9' };
    const signIn = { login: user.name, password: user.password };
    await server.ask('/api/auth/login', { method: 'POST', body: signIn, headers });
    const { items } = (await user.get<SessionPage>('/api/auth/sessions')).body;
    expect(items.map(({ ip }) => ip)).toContain('198.51.100.9');
    expect(JSON.stringify(items)).not.toContain('203.0.113.7');
  });

  it('speak the language that the browser prefers from the first page on', async () => {
    const account = { username: 'zh', email: 'zh@example.test', password: 'correct horse battery' };
    const headers = { 'accept-language': 'fr;q=0.9, zh-CN, en;q=0.1' };
    const { body } = await server.ask<{ accessToken: string }>('/api/auth/register', {
      method: 'POST',
      body: account,
      headers,
    });
    const bearer = { authorization: `Bearer ${body.accessToken}` };
    expect((await server.ask<Profile>('/api/profiles/zh', { headers: bearer })).body.locale).toBe('zh');
  });

  it('send headers that keep pages from being framed, guessed or fed from elsewhere', async () => {
    const { headers } = await server.ask('/api/config');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
