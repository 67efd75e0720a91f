import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Attachment } from '#contracts/attachment.dto.js';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import { pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, heardInState, sendForm, sendWith, storedFiles, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { brokenPhotograph, CANARIES, photograph, pixels } from '../kit/photos.js';

describe('files between two people', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom({ visibility: 'private' });
    await ann.add(room.slug, bob);
  });
  afterAll(() => server.stop());

  /** Uploads, sends, and waits until the other hears that it is ready. */
  async function share(content: Buffer, name: string): Promise<Attachment> {
    const socket = await bob.open(room.chatPost.id);
    const { id } = await upload(ann, room.id, content, name);
    await sendWith(ann, room.chatPost.id, [id]);
    const ready = await heardInState(socket, id, 'ready');
    socket.close();
    return ready;
  }

  const found = (bytes: Buffer): string[] => CANARIES.filter((canary) => bytes.includes(canary));

  it('a photograph reaches the other live, upright and with no word of its maker, and so does its small picture', async () => {
    const planted = await photograph();
    expect(found(planted)).toEqual(CANARIES);
    const ready = await share(planted, '手机照片 (1).jpg');
    expect(ready).toMatchObject({ name: '手机照片 (1).jpg', mime: 'image/jpeg', width: 600, height: 900 });
    const file = await download(bob, ready.url);
    const thumbnail = await download(bob, ready.thumbnailUrl!);
    expect([file.status, thumbnail.status]).toEqual([200, 200]);
    expect(file.bytes).toHaveLength(ready.size);
    expect([...found(file.bytes), ...found(thumbnail.bytes)]).toEqual([]);
    const facts = await sharp(file.bytes).metadata();
    expect(facts).toMatchObject({ width: 600, height: 900, space: 'srgb', format: 'jpeg' });
    expect([facts.exif, facts.xmp, facts.icc, facts.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(await sharp(thumbnail.bytes).metadata()).toMatchObject({ width: 320, height: 480, format: 'webp' });
  });

  it('keeps nothing of the original on the disk', async () => {
    await share(await photograph(), 'photo.jpg');
    const stored = storedFiles(server.dataDir).map(({ path }) => path);
    expect(stored.length).toBeGreaterThan(0);
    await eventually(() => {
      const paths = storedFiles(server.dataDir).map(({ path }) => path);
      expect(paths.filter((path) => path.endsWith('.original') || path.includes('scratch'))).toEqual([]);
    });
  });

  it.each(['png', 'webp', 'gif', 'avif'] as const)('a picture in %s stays one, cleaned', async (format) => {
    const planted = await pixels(300, 200)
      .toFormat(format)
      .withExif({ IFD0: { Make: 'CANARY-MAKER' } })
      .toBuffer();
    const ready = await share(planted, `picture.${format}`);
    const { bytes, headers } = await download(bob, ready.url);
    expect(ready).toMatchObject({ mime: `image/${format}`, width: 300, height: 200 });
    expect(headers.get('content-type')).toBe(`image/${format}`);
    expect(found(bytes)).toEqual([]);
    // GIF carries no EXIF, so there was nothing to find.
    expect(found(planted)).toEqual(format === 'gif' ? [] : expect.arrayContaining(['CANARY-MAKER']));
  });

  it('text beside the pixels of PNG and GIF goes too', async () => {
    const gif = await pixels(20, 20).gif().toBuffer();
    const note = Buffer.from('CANARY-COMMENT');
    const extension = Buffer.concat([Buffer.from([0x21, 0xfe, note.length]), note, Buffer.from([0])]);
    const planted = Buffer.concat([gif.subarray(0, -1), extension, gif.subarray(-1)]);
    const { url } = await share(planted, 'note.gif');
    expect(found(planted)).toEqual(['CANARY-COMMENT']);
    expect(found((await download(bob, url)).bytes)).toEqual([]);
  });

  it.each(['gif', 'webp'] as const)(
    'a moving picture in %s still moves; its small picture stands still',
    async (format) => {
      const frames = await Promise.all([40, 120, 200].map((grey) => frame(grey)));
      const moving = await sharp(frames, { join: { animated: true } })
        .toFormat(format, { delay: [90, 90, 90] })
        .toBuffer();
      const ready = await share(moving, `moving.${format}`);
      expect(ready).toMatchObject({ width: 60, height: 40 });
      expect(await sharp((await download(bob, ready.url)).bytes).metadata()).toMatchObject({
        pages: 3,
        delay: [90, 90, 90],
      });
      expect((await sharp((await download(bob, ready.thumbnailUrl!)).bytes).metadata()).pages ?? 1).toBe(1);
    },
  );

  it('a TIFF of one page becomes a JPEG with its name; one of several is a document', async () => {
    const ready = await share(await pixels(50, 40).tiff().toBuffer(), 'scan.tiff');
    expect(ready).toMatchObject({ name: 'scan.jpg', mime: 'image/jpeg', width: 50, height: 40 });
  });

  it('before it is cleaned nobody gets it; who uploaded it waits, and gets it cleaned', async () => {
    const { id, url, state } = await upload(ann, room.id, await photograph(4_000, 3_000), 'large.jpg');
    expect(state).toBe('processing');
    const own = download(ann, url);
    await sendWith(ann, room.chatPost.id, [id]);
    const seen: number[] = [];
    const socket = await bob.open(room.chatPost.id);
    const end = Date.now() + 20_000;
    while (seen.at(-1) !== 200 && Date.now() < end) {
      const { status, bytes } = await download(bob, url);
      seen.push(status);
      expect(found(bytes)).toEqual([]);
      await pause(10);
    }
    socket.close();
    expect((await own).status).toBe(200);
    expect(found((await own).bytes)).toEqual([]);
    expect(seen[0]).toBe(404);
    expect(seen.at(-1)).toBe(200);
  });

  it('a picture whose pixels are broken is rejected for everybody, with its bytes', async () => {
    const socket = await bob.open(room.chatPost.id);
    const { id, url } = await upload(ann, room.id, await brokenPhotograph(), 'broken.jpg');
    const sending = await sendWith(ann, room.chatPost.id, [id]).catch(() => undefined);
    // Cleaning may win the race against the message; then it cannot be sent.
    if (sending) await heardInState(socket, id, 'rejected');
    expect((await download(ann, url)).status).toBe(404);
    expect((await download(bob, url)).status).toBe(404);
    // The word comes first, the bytes go at once after it.
    await eventually(() => {
      expect(storedFiles(server.dataDir).filter(({ path }) => path.includes(id))).toEqual([]);
    });
  });

  it('any other file is ready at once, by its content and not its name', async () => {
    const kinds: [string, string | Buffer, string][] = [
      ['notes.jpg', 'just text, 你好', 'text/plain'],
      ['page.png', '<!doctype html><script>alert(1)</script>', 'text/plain'],
      ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'text/plain'],
      ['data.txt', Buffer.from([0, 1, 2, 3, 254, 255]), 'application/octet-stream'],
      ['cut.txt', Buffer.from('你好').subarray(0, 5), 'text/plain'],
      ['latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x21]), 'application/octet-stream'],
      ['paper.pdf', '%PDF-1.7\n%âãÏÓ\n', 'application/pdf'],
      ['feed.xml', '<?xml version="1.0"?><feed/>', 'application/xml'],
    ];
    for (const [name, content, mime] of kinds) {
      const file = await upload(ann, room.id, content, name);
      expect([file.name, file.mime, file.state, file.width]).toEqual([name, mime, 'ready', undefined]);
    }
  });

  it('names lose their folders and what would mislead, and are cut with their ending', async () => {
    const names: [string, string][] = [
      ['../../etc/passwd', 'passwd'],
      ['C:\\temp\\报告.docx', '报告.docx'],
      ['..', 'file'],
      ['evil\u202egpj.exe', 'evilgpj.exe'],
      [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(251)}.pdf`],
      ['thumbnail', 'thumbnail'],
    ];
    for (const [given, kept] of names) {
      const file = await upload(ann, room.id, 'text', given);
      expect(file.name).toBe(kept);
      expect((await download(ann, file.url)).bytes.toString()).toBe('text');
    }
  });

  it('what a picture shows can be said at once, later, and taken back, until it is sent', async () => {
    const parts: [string, string, string?][] = [
      ['file', 'text', 'a.txt'],
      ['alt', 'a lamp'],
    ];
    const { id, alt } = await body(sendForm<Attachment>(ann, room.id, parts));
    expect(alt).toBe('a lamp');
    const say = (words: string): Promise<Attachment> => body(ann.patch(`/api/attachments/${id}`, { alt: words }));
    expect((await say('')).alt).toBeUndefined();
    expect((await say('一盏灯')).alt).toBe('一盏灯');
    await sendWith(ann, room.chatPost.id, [id]);
    const page = await body(bob.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`));
    expect(page.items.at(-1)?.attachments).toMatchObject([{ id, alt: '一盏灯' }]);
  });

  it('ten files stay in the order in which they were attached', async () => {
    const files = await Promise.all(Array.from({ length: 10 }, (_, n) => upload(ann, room.id, `${n}`, `${n}.txt`)));
    const wanted = files.map(({ id }) => id).reverse();
    expect((await sendWith(ann, room.chatPost.id, wanted)).attachments.map(({ id }) => id)).toEqual(wanted);
  });
});

function frame(grey: number): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: { r: grey, g: grey, b: grey } } })
    .png()
    .toBuffer();
}
