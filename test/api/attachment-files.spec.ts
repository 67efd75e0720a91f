import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Attachment } from '#contracts/attachment.dto.js';
import type { Authenticated } from '#contracts/auth.dto.js';
import type { Room } from '#contracts/room.dto.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, heardInState, sendWith, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { checkeredPng } from '../kit/pictures.js';

const SECRET_NAME = 'CANARYNAME.txt';

describe('the addresses of files', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let eve: ChatUser;
  let room: Room;
  let text: Attachment;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, eve] = await server.registerAll('ann', 'bob', 'eve');
    room = await ann.createRoom({ visibility: 'private' });
    await ann.add(room.slug, bob);
    text = await upload(ann, room.id, '0123456789', SECRET_NAME);
    await sendWith(ann, room.chatPost.id, [text.id]);
  });
  afterAll(() => server.stop());

  const status = async (user: ChatUser, path: string, headers = {}): Promise<number> =>
    (await download(user, path, headers)).status;

  it('are for signed-in people: 401 without a session, with a forged or ended one, and with a cookie of another kind', async () => {
    const plain = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(server.address + text.url, { headers })).status;
    const login = await server.ask<Authenticated>('/api/auth/login', {
      method: 'POST',
      body: { login: bob.name, password: bob.password },
    });
    const cookie = login.cookies['files']!;
    expect(await plain({})).toBe(401);
    expect(await plain({ cookie: `files=${cookie}` })).toBe(200);
    expect(await plain({ cookie: `files=${cookie.slice(0, -1)}x` })).toBe(401);
    expect(await plain({ cookie: `files=${login.cookies['refresh']!}` })).toBe(401);
    expect(await plain({ cookie: `files=${cookie}`, authorization: 'Bearer nonsense' })).toBe(401);
    const elsewhere = await fetch(`${server.address}/api/users/me`, { headers: { cookie: `files=${cookie}` } });
    expect(elsewhere.status).toBe(401);
    await server.ask('/api/auth/logout', {
      method: 'POST',
      headers: { cookie: `refresh=${login.cookies['refresh']!}` },
    });
    expect(await plain({ cookie: `files=${cookie}` })).toBe(401);
  });

  it('are for who may read the room: the same 404 for others as for what is not there', async () => {
    expect(await status(bob, text.url)).toBe(200);
    const answers = await Promise.all(
      [text.url, `/api/files/attachments/${randomUUID()}/x`, '/api/files/attachments/nonsense/x'].map(async (path) => {
        const { requestId: _, ...body } = (await eve.get(path)).body;
        return body;
      }),
    );
    expect(answers[0]).toMatchObject({ status: 404, code: 'not_found' });
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect((await eve.get(text.url)).headers.get('cache-control')).toBe('no-store');
    await ann.add(room.slug, eve);
    expect(await status(eve, text.url)).toBe(200);
    await ann.delete(`/api/rooms/${room.slug}/members/${eve.name}`);
    expect(await status(eve, text.url)).toBe(404);
  });

  it('are for visitors too, where they may read', async () => {
    const open = await ann.createRoom();
    const { id, url } = await upload(ann, open.id, 'for all', 'all.txt');
    await sendWith(ann, open.chatPost.id, [id]);
    expect(await status(eve, url)).toBe(200);
    await ann.patch(`/api/rooms/${open.slug}`, { visibility: 'private' });
    expect(await status(eve, url)).toBe(404);
  });

  it('are for the uploader alone while the file is not sent', async () => {
    const { url } = await upload(ann, room.id, 'draft', 'draft.txt');
    expect([await status(ann, url), await status(bob, url)]).toEqual([200, 404]);
  });

  it('give no small picture of what is none', async () => {
    expect(await status(bob, `/api/files/attachments/${text.id}/thumbnail`)).toBe(404);
  });

  it('name the file right in Chinese, for saving, and let nothing be guessed or run', async () => {
    const page = await upload(ann, room.id, '<script>alert(1)</script>', '会议"记录" (终).html');
    const { headers } = await download(ann, page.url);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="______ (_).html"; filename*=UTF-8''%E4%BC%9A%E8%AE%AE%22%E8%AE%B0%E5%BD%95%22%20%28%E7%BB%88%29.html`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/u);
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('private, no-cache');
  });

  it('show pictures in the page', async () => {
    const socket = await bob.open(room.chatPost.id);
    const { id } = await upload(ann, room.id, await checkeredPng(), '图.png');
    await sendWith(ann, room.chatPost.id, [id]);
    const ready = await heardInState(socket, id, 'ready');
    for (const path of [ready.url, ready.thumbnailUrl!]) {
      const { headers } = await download(bob, path);
      expect(headers.get('content-disposition')).toMatch(/^inline; /u);
      expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/u);
    }
  });

  it('give parts', async () => {
    const part = async (range: string, more = {}): Promise<string> => {
      const { status: code, headers, bytes } = await download(bob, text.url, { range, ...more });
      return `${code} ${headers.get('content-range')} ${code < 300 ? bytes.toString() : ''}`;
    };
    const etag = (await download(bob, text.url)).headers.get('etag')!;
    expect(await part('bytes=2-4')).toBe('206 bytes 2-4/10 234');
    expect(await part('bytes=7-')).toBe('206 bytes 7-9/10 789');
    expect(await part('bytes=-3')).toBe('206 bytes 7-9/10 789');
    expect(await part('bytes=0-99')).toBe('206 bytes 0-9/10 0123456789');
    expect(await part('bytes=10-')).toBe('416 bytes */10 ');
    expect(await part('bytes=0-1,5-6')).toBe('200 null 0123456789');
    expect(await part('lines=1-2')).toBe('200 null 0123456789');
    expect(await part('bytes=2-4', { 'if-range': etag })).toBe('206 bytes 2-4/10 234');
    expect(await part('bytes=2-4', { 'if-range': '"old"' })).toBe('200 null 0123456789');
    expect((await bob.ask('GET', text.url, { headers: { range: 'bytes=10-' } })).body.code).toBe('range_unsatisfiable');
  });

  it('are asked for again each time, and answer 304 while nothing changed', async () => {
    const { headers } = await download(bob, text.url);
    const etag = headers.get('etag')!;
    expect(etag).toMatch(/^"[^"]+"$/u);
    const again = await download(bob, text.url, { 'if-none-match': etag });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    expect(await status(bob, text.url, { 'if-none-match': '"other"' })).toBe(200);
    expect(await status(eve, text.url, { 'if-none-match': etag })).toBe(404);
  });

  it('tell their head', async () => {
    const { status: code, headers, bytes } = await download(bob, text.url, {}, 'HEAD');
    expect([code, headers.get('content-length'), bytes.length]).toEqual([200, '10', 0]);
  });

  it('are in no log with the file’s name', async () => {
    await download(bob, text.url);
    await download(eve, text.url);
    expect(server.log).toContain(text.id);
    expect(server.log).not.toContain('CANARYNAME');
  });
});
