import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pinoHttp } from 'pino-http';
import { QueryFailedError } from 'typeorm';
import { errorFields } from './error-fields.js';
import { effectiveLevel, logOptions } from './log-options.js';
import { terminalLine } from './terminal-lines.js';

const CANARY = 'canary-7f3a';

describe('the log of a request', () => {
  let server: Server;
  let address = '';
  let lines: Record<string, unknown>[] = [];
  let raw: string[] = [];

  beforeAll(async () => {
    const log = pinoHttp(logOptions('debug'), {
      write: (line: string) => {
        raw.push(line);
        lines.push(JSON.parse(line) as Record<string, unknown>);
      },
    });
    server = createServer((request: IncomingMessage & { user?: { userId: string } }, response) => {
      log(request, response);
      if (request.url?.startsWith('/api/me')) request.user = { userId: 'user-1' };
      response.statusCode = request.url?.startsWith('/api/broken') ? 500 : 200;
      request.resume().on('end', () => response.end());
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
  });
  beforeEach(() => {
    lines = [];
    raw = [];
  });

  it('says who asked for which path, how it ended and how long it took', async () => {
    await fetch(`${address}/api/me`);
    const number = expect.any(Number);
    const text = expect.any(String);
    expect(lines).toEqual([
      {
        ...{ level: 30, time: number, msg: 'request', requestId: text },
        ...{ method: 'GET', path: '/api/me', status: 200, userId: 'user-1', ms: number },
      },
    ]);
    expect(raw.join('').match(/"path"/gu)).toHaveLength(1);
  });

  it('has nothing of what was sent', async () => {
    const headers = {
      authorization: `Bearer ${CANARY}`,
      cookie: `refresh=${CANARY}`,
      'x-anything': CANARY,
      referer: `http://x/${CANARY}`,
    };
    await fetch(`${address}/api/search?q=${CANARY}`, { method: 'POST', body: CANARY, headers });
    await fetch(`${address}/api/files/attachments/0190/${CANARY}.png`);
    expect(lines.map(({ path }) => path)).toEqual(['/api/search', '/api/files/attachments/0190/…']);
    expect(JSON.stringify(lines)).not.toContain(CANARY);
  });

  it('carries the id of the answer, taken from a proxy only if it looks like one', async () => {
    const given = await fetch(`${address}/api/me`, { headers: { 'x-request-id': 'proxy-id-12345' } });
    expect(given.headers.get('x-request-id')).toBe('proxy-id-12345');
    const odd = await fetch(`${address}/api/me`, { headers: { 'x-request-id': 'a b"c' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines.map(({ requestId }) => requestId)).toEqual(['proxy-id-12345', odd.headers.get('x-request-id')]);
  });

  it('weighs them: errors stand out, health checks do not', async () => {
    for (const path of ['/api/broken', '/api/me', '/api/health/live']) await fetch(address + path);
    expect(lines.map(({ level }) => level)).toEqual([50, 30, 20]);
  });
});

describe('the log of an error', () => {
  it('keeps the statement and the values of the database to itself', () => {
    const driver = Object.assign(new Error(`invalid input: "${CANARY}"`), {
      code: '22P02',
      constraint: 'users_email',
      detail: CANARY,
    });
    const fields = errorFields(new QueryFailedError(`insert ${CANARY}`, [CANARY], driver));
    expect(fields).toMatchObject({
      type: 'QueryFailedError',
      code: '22P02',
      constraint: 'users_email',
      message: 'The database refused: 22P02',
    });
    expect(JSON.stringify(fields)).not.toContain(CANARY);
    expect(fields.stack).toContain('at ');
    expect(JSON.stringify(errorFields(Object.assign(driver, { severity: 'ERROR' })))).not.toContain(CANARY);
  });

  it('tells others as they are', () => {
    expect(errorFields(new TypeError('x is not a function'))).toMatchObject({
      type: 'TypeError',
      message: 'x is not a function',
    });
    expect(errorFields('text')).toEqual({ type: 'string', message: 'not an Error' });
    const cause = Object.assign(new Error('connect failed'), { code: 'ECONNREFUSED' });
    expect(errorFields(new Error('away', { cause }))).toMatchObject({
      message: 'away',
      cause: { message: 'connect failed', code: 'ECONNREFUSED' },
    });
  });
});

describe('a terminal', () => {
  it('shows one readable line, with the reason below', () => {
    const line = terminalLine(
      '{"level":40,"time":0,"context":"database","msg":"gone","err":{"message":"why","stack":"Error: why\\n    at x"}}',
    );
    expect(line).toMatch(/^\d\d:\d\d:\d\d warn database: gone\nError: why\n {4}at x\n$/);
  });

  it('shows what needs a person unless more is asked for', () => {
    expect(effectiveLevel('info', true)).toBe('warn');
    expect(effectiveLevel('info', false)).toBe('info');
    expect(effectiveLevel('debug', true)).toBe('debug');
  });
});
