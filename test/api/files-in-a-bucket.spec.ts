import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from '#contracts/attachment.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatClient } from '../kit/api/chat-client.js';
import { ChatUser } from '../kit/api/chat-user.js';
import { download, heardInState, putPicture, sendForm, sendWith, storedFiles, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { expectSoon } from '../kit/eventually.js';
import { CANARIES, photograph } from '../kit/photos.js';
import type { Program } from '../kit/program.js';
import { TestS3 } from '../kit/s3.js';

describe('files in a bucket', () => {
  let s3: TestS3;
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let eve: ChatUser;
  let room: Room;
  let socket: ChatClient;

  beforeAll(async () => {
    s3 = await TestS3.start();
    server = await TestServer.start(s3.variables);
    [ann, bob, eve] = await server.registerAll('ann', 'bob', 'eve');
    room = await ann.createRoom({ visibility: 'private' });
    await ann.add(room.slug, bob);
    socket = await bob.open(room.chatPost.id);
  });
  afterAll(async () => {
    await server.stop();
    await s3.end();
  });

  const keysOf = (id: string): string[] =>
    s3
      .keys()
      .filter((key) => key.includes(id))
      .sort();
  const ready = async (): Promise<unknown> => (await server.ask('/api/health/ready')).body;

  it('are uploaded, cleaned and given to others, whole and in parts, and none is on the disk of the server', async () => {
    const { id } = await upload(ann, room.id, await photograph(), 'trip.jpg');
    await sendWith(ann, room.chatPost.id, [id]);
    const { url, thumbnailUrl, size } = await heardInState(socket, id, 'ready');
    await expectSoon(() => keysOf(id), [`attachments/${id}.file`, `attachments/${id}.thumbnail`]);
    const whole = await download(bob, url);
    expect([whole.status, whole.bytes.length]).toEqual([200, size]);
    expect(CANARIES.filter((canary) => whole.bytes.includes(canary))).toEqual([]);
    expect((await download(bob, thumbnailUrl!)).headers.get('content-type')).toBe('image/webp');
    const part = await download(bob, url, { range: 'bytes=100-199' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${size}`]);
    expect(part.bytes.equals(whole.bytes.subarray(100, 200))).toBe(true);
    expect((await download(bob, url, { range: `bytes=${size}-` })).status).toBe(416);
    expect((await download(bob, url, { 'if-none-match': whole.headers.get('etag')! })).status).toBe(304);
    const head = await download(bob, url, {}, 'HEAD');
    expect([head.headers.get('content-length'), head.bytes.length]).toEqual([String(size), 0]);
    expect((await download(eve, url)).status).toBe(404);
    await expectSoon(() => storedFiles(server.dataDir), []);
  });

  it('of many parts arrive whole', async () => {
    const content = Buffer.alloc(13_000_000, 'lines of a log that is no power of two long\n');
    const { id, url } = await upload(ann, room.id, content, 'long.log');
    await sendWith(ann, room.chatPost.id, [id]);
    expect((await download(bob, url)).bytes.equals(content)).toBe(true);
    const end = await download(bob, url, { range: 'bytes=-7' });
    expect(end.bytes.equals(content.subarray(-7))).toBe(true);
    expect(s3.unfinished()).toEqual([]);
  });

  it('are gone with a recall: 410 at once, and the objects soon', async () => {
    const { id, url } = await upload(ann, room.id, 'regret', 'regret.txt');
    const message = await sendWith(ann, room.chatPost.id, [id]);
    expect([(await download(bob, url)).status, keysOf(id).length]).toEqual([200, 1]);
    await body(ann.post(`/api/messages/${message.id}/recall`));
    expect([(await download(bob, url)).status, (await download(eve, url)).status]).toEqual([410, 404]);
    await expectSoon(() => keysOf(id), []);
  });

  it('hold pictures of people too, the last one only', async () => {
    await putPicture(ann, '/api/profiles/me/image', await photograph());
    const [first] = s3.keys().filter((key) => key.startsWith('images/'));
    await putPicture(ann, '/api/profiles/me/image', await photograph());
    await expectSoon(() => s3.keys().includes(first!), false);
    const [second, ...others] = s3.keys().filter((key) => key.startsWith('images/'));
    expect(others).toEqual([]);
    const id = /images\/(.+)\.webp/u.exec(second!)![1]!;
    expect((await download(bob, `/api/files/images/${id}`)).headers.get('content-type')).toBe('image/webp');
  });

  it('are swept when nobody knows them, over more than one page, and what is not ours is left', async () => {
    const orphans = Array.from({ length: 1_050 }, (_, n) => `attachments/${uuid(n)}.file`);
    const [strange, young] = ['attachments/somebody/elses.txt', `attachments/${uuid(5_000)}.file`];
    const sent = await upload(ann, room.id, 'kept', 'kept.txt');
    await sendWith(ann, room.chatPost.id, [sent.id]);
    s3.plant([...orphans, strange], new Date(Date.now() - 2 * 3_600_000));
    s3.plant([young]);
    const kept = s3.keys().length - orphans.length;
    await server.restart();
    await expectSoon(() => s3.keys().length, kept);
    expect([keysOf(sent.id).length, s3.keys().includes(strange), s3.keys().includes(young)]).toEqual([1, true, true]);
    [ann, bob] = [ann, bob].map((user) => at(user, server.address)) as [ChatUser, ChatUser];
    socket = await bob.open(room.chatPost.id);
  });

  it('are 503 while the store is away, messages are not, health says so, and all goes on when it is back', async () => {
    expect(await ready()).toEqual({ status: 'ok', database: 'up', storage: 'up' });
    const { id, url } = await upload(ann, room.id, 'here', 'here.txt');
    await sendWith(ann, room.chatPost.id, [id]);
    await s3.stop();
    expect(await ready()).toEqual({ status: 'down', database: 'up', storage: 'down' });
    const away = await download(bob, url);
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    expect(away.headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(away.bytes.toString())).toMatchObject({ code: 'unavailable' });
    const refused = await sendForm(ann, room.id, [['file', 'lost', 'lost.txt']]);
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    expect(storedFiles(server.dataDir)).toEqual([]);
    const message = await sendWith(ann, room.chatPost.id, []);
    await body(ann.post(`/api/messages/${message.id}/recall`));
    await s3.goOn();
    expect((await download(bob, url)).bytes.toString()).toBe('here');
    expect(await ready()).toEqual({ status: 'ok', database: 'up', storage: 'up' });
  });

  it('are cleaned once the store is back, and deleted once it is back', async () => {
    const old = await upload(ann, room.id, 'to go', 'old.txt');
    const message = await sendWith(ann, room.chatPost.id, [old.id]);
    const gets = new Set<string>();
    s3.fault = ({ method, url: { pathname } }) => {
      if (method === 'GET' && pathname.endsWith('.original')) gets.add(pathname);
      return (method === 'GET' && pathname.endsWith('.original')) || method === 'DELETE' ? 'SlowDown' : undefined;
    };
    const picture = await upload(ann, room.id, await photograph(), 'late.jpg');
    await sendWith(ann, room.chatPost.id, [picture.id]);
    await body(ann.post(`/api/messages/${message.id}/recall`));
    await expectSoon(() => gets.size, 1);
    expect(keysOf(old.id)).toHaveLength(1);
    s3.fault = () => undefined;
    const { url } = await heardInState(socket, picture.id, 'ready');
    expect((await download(bob, url)).status).toBe(200);
    await expectSoon(() => keysOf(old.id), []);
  }, 90_000);

  it('are never read in halves: a download that the store cuts is cut', async () => {
    const content = Buffer.alloc(24_000_000, 'x');
    const { id, url } = await upload(ann, room.id, content, 'cut.bin');
    await sendWith(ann, room.chatPost.id, [id]);
    const headers = { authorization: `Bearer ${bob.token}` };
    const response = await fetch(bob.address + url, { headers });
    const reader = response.body!.getReader();
    await reader.read();
    await s3.stop();
    const rest = async (): Promise<void> => {
      while (!(await reader.read()).done);
    };
    await expect(rest()).rejects.toThrow();
    await s3.goOn();
    expect((await download(bob, url)).bytes.length).toBe(content.length);
  });

  it('a start without a bucket that can be used ends at once and says why', async () => {
    const begin = (changed: Record<string, string>): Program =>
      server.beginBeside({ ROLE: 'worker', LOG_LEVEL: 'warn', ...changed });
    const planted: [Record<string, string>, string][] = [
      [{ S3_BUCKET: 'nowhere' }, 'correct S3_BUCKET'],
      [{ S3_ACCESS_KEY_ID: 'nobody' }, 'Correct S3_ACCESS_KEY_ID'],
      [{ S3_ENDPOINT: 'http://127.0.0.1:1' }, 'does not answer (ECONNREFUSED). Start it, or correct S3_ENDPOINT.'],
      [{ S3_SECRET_ACCESS_KEY: '' }, 'S3_BUCKET needs S3_SECRET_ACCESS_KEY'],
    ];
    for (const [changed, advice] of planted) {
      const program = begin(changed);
      expect(await program.ended).toMatchObject({ code: 1 });
      expect(program.output).toContain(advice);
      expect(program.output.trim().split('\n')).toHaveLength(1);
    }
  });

  it('nothing of all that stays among the files in the making', () => {
    expect(readdirSync(join(server.dataDir, 'files/scratch'))).toEqual([]);
  });

  function at(user: ChatUser, address: string): ChatUser {
    return Object.assign(Object.create(ChatUser.prototype) as ChatUser, user, { address });
  }
});

/** An id of nobody's. */
function uuid(n: number): string {
  return `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}` satisfies Attachment['id'];
}
