import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { serveWebClient } from './web-client.js';

describe('the web client on the wire', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roomers-client-'));
  let server: Server;

  beforeAll(async () => {
    mkdirSync(join(folder, 'media'));
    for (const name of [
      'index.html',
      'favicon.svg',
      'main-7SF66EVD.js',
      'chunk-26n-C-RF.js',
      'house-routes-B_3-x2kz.js',
    ])
      writeFileSync(join(folder, name), `${name} `.repeat(200));
    writeFileSync(join(folder, 'main-7SF66EVD.js.br'), brotliCompressSync('packed'));
    writeFileSync(join(folder, 'media/inter-latin-KZ4OTMG4.woff2'), 'font');
    server = createServer(express().use(...serveWebClient(folder)));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`, { headers });

  it.each(['/favicon.svg', '/', '/r/somewhere'])('is asked for anew each time: %s', async (path) => {
    expect((await ask(path, { accept: 'text/html' })).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    '/main-7SF66EVD.js',
    '/chunk-26n-C-RF.js',
    '/house-routes-B_3-x2kz.js',
    '/media/inter-latin-KZ4OTMG4.woff2',
  ])('is kept where its name says its content: %s', async (path) => {
    expect((await ask(path)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('travels packed to whoever can unpack it, and is kept then, too', async () => {
    const packed = await ask('/main-7SF66EVD.js', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('content-type')).toContain('javascript');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    expect(packed.headers.get('cache-control')).toContain('immutable');
    expect(await packed.text()).toBe('packed');
    const plain = await ask('/main-7SF66EVD.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toContain('main-7SF66EVD.js main');
  });

  it('has its page for an address that cannot be decoded, too', async () => {
    const answer = await ask('/r/a%ZZ', { accept: 'text/html' });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('index.html')]);
  });

  it('has no page below the API', async () => {
    expect((await ask('/api/nothing', { accept: 'text/html' })).status).toBe(404);
    expect((await ask('/api/%E0%A4%A')).status).toBe(404);
  });
});
