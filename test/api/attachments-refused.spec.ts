import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { Room } from '#contracts/room.dto.js';
import type { Refusal } from '../kit/api/answer.js';
import { pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { type Parts, sendForm, sendRaw, sendWith, storedFiles, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { brokenPhotograph, photograph, pixelBomb } from '../kit/photos.js';

const LIMIT = 1024 * 1024;

describe('an upload that is refused', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start({ ATTACHMENT_MAX_BYTES: String(LIMIT) });
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom();
  });
  afterAll(() => server.stop());

  const refused = async (parts: Parts, user = ann, roomId = room.id): Promise<string> =>
    outcome(await sendForm(user, roomId, parts));
  const outcome = ({ status, body: { code, errors } }: { status: number; body: Refusal }): string =>
    [status, code, ...(errors ?? []).map(({ field, code: of }) => `${field}:${of}`)].join(' ');
  const rows = async (): Promise<number> => (await server.sql('select id from attachments')).length;

  /** Nothing on disk and in the table; the first case shows that this can see something. */
  const expectNothing = async (): Promise<void> => {
    expect({ files: storedFiles(server.dataDir), rows: await rows() }).toEqual({ files: [], rows: 0 });
  };

  it('leaves nothing, which is seen by what a good one leaves', async () => {
    const { id } = await upload(ann, room.id, 'good', 'good.txt');
    expect(storedFiles(server.dataDir)).toHaveLength(1);
    expect(await rows()).toBe(1);
    expect((await ann.delete(`/api/attachments/${id}`)).status).toBe(204);
    await expectNothing();
  });

  it('is one without a session, into a foreign, private, archived or unknown room, or by a visitor', async () => {
    const secret = await ann.createRoom({ visibility: 'private' });
    const archived = await ann.createRoom();
    await server.sql('update rooms set archived_at = now() where id = $1', [archived.id]);
    const file: Parts = [['file', 'x', 'x.txt']];
    const anonymous = await fetch(`${server.address}/api/attachments?roomId=${room.id}`, { method: 'POST' });
    expect(anonymous.status).toBe(401);
    expect(await refused(file, bob)).toBe('403 forbidden');
    expect(await refused(file, bob, secret.id)).toBe('404 not_found');
    expect(await refused(file, bob, randomUUID())).toBe('404 not_found');
    expect(await refused(file, ann, 'nonsense')).toBe('404 not_found');
    expect(await refused(file, ann, '')).toBe('422 validation_failed roomId:required');
    expect(await refused(file, ann, archived.id)).toBe('409 read_only');
    await expectNothing();
  });

  it('is one without a file, with an empty one, with two, or with what it should not hold', async () => {
    expect(await refused([['alt', 'only words']])).toBe('422 validation_failed file:required');
    expect(await refused([])).toMatch(/^422 validation_failed file:/u);
    expect(await refused([['file', '', 'empty.txt']])).toBe('422 file_unusable file:file_unusable');
    const two: Parts = [
      ['file', 'a', 'a.txt'],
      ['file', 'b', 'b.txt'],
    ];
    expect(await refused(two)).toBe('422 validation_failed file:too_many');
    expect(
      await refused([
        ['file', 'a', 'a.txt'],
        ['other', 'b'],
      ]),
    ).toBe('422 validation_failed other:unknown_field');
    expect(await refused([['other', 'b', 'b.txt']])).toBe('422 validation_failed other:unknown_field');
    expect(
      await refused([
        ['alt', 'x'.repeat(1_001)],
        ['file', 'a', 'a.txt'],
      ]),
    ).toBe('422 validation_failed alt:too_long');
    expect(
      await refused([
        ['alt', 'x'.repeat(99_000)],
        ['file', 'a', 'a.txt'],
      ]),
    ).toBe('422 validation_failed alt:too_long');
    expect(
      await refused([
        ['alt', 'nul \0'],
        ['file', 'a', 'a.txt'],
      ]),
    ).toBe('422 text_invalid alt:text_invalid');
    const many: Parts = Array.from({ length: 12 }, (_, n) => [`f${n}`, 'x']);
    expect(await refused(many)).toBe('422 validation_failed file:too_many');
    await expectNothing();
  });

  it('is one of another type, or in a broken form', async () => {
    const type = 'multipart/form-data; boundary=xyz';
    const head = '--xyz\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc';
    expect(outcome(await sendRaw(ann, room.id, 'application/json', '{}'))).toBe('415 unsupported_media_type');
    expect(outcome(await sendRaw(ann, room.id, 'text/plain', 'abc'))).toBe('415 unsupported_media_type');
    expect(outcome(await sendRaw(ann, room.id, 'multipart/form-data', head))).toMatch(
      /^422 validation_failed file:invalid/u,
    );
    expect(outcome(await sendRaw(ann, room.id, type, head))).toBe('422 validation_failed file:invalid');
    expect(outcome(await sendRaw(ann, room.id, type, 'no form at all'))).toBe('422 validation_failed file:invalid');
    expect(outcome(await sendRaw(ann, room.id, type, `${head}\r\n--xyz--`))).toMatch(/^201/u);
    const [left] = await server.sql<{ id: string }>('select id from attachments');
    await ann.delete(`/api/attachments/${left!.id}`);
    await expectNothing();
  });

  it('is one over the limit, whether it says so before or not', async () => {
    const exactly = Buffer.alloc(LIMIT, 7);
    const good = await upload(ann, room.id, exactly, 'full.bin');
    expect(good.size).toBe(LIMIT);
    expect(await refused([['file', Buffer.alloc(LIMIT + 1, 7), 'over.bin']])).toBe('413 too_large');
    expect(await refused([['file', Buffer.alloc(8 * LIMIT, 7), 'far-over.bin']])).toBe('413 too_large');
    await ann.delete(`/api/attachments/${good.id}`);
    await expectNothing();
  });

  it('is one whose connection was cut', async () => {
    const { hostname, port } = new URL(server.address);
    const head = '--xyz\r\ncontent-disposition: form-data; name="file"; filename="cut.bin"\r\n\r\n';
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /api/attachments?roomId=${room.id} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ann.token}\r\n` +
        `content-type: multipart/form-data; boundary=xyz\r\ncontent-length: 900000\r\n\r\n${head}${'a'.repeat(200_000)}`,
    );
    await until(() => storedFiles(server.dataDir).some(({ size }) => size > 0));
    socket.destroy();
    await until(() => storedFiles(server.dataDir).length === 0);
    await expectNothing();
  });

  it('is a picture that cannot be read or has too many pixels', async () => {
    expect(await refused([['file', await pixelBomb(), 'bomb.jpg']])).toBe('422 file_unusable');
    const junk = Buffer.concat([(await photograph(40, 30)).subarray(0, 200), Buffer.alloc(5_000, 1)]);
    expect(await refused([['file', junk, 'junk.jpg']])).toBe('422 file_unusable');
    await expectNothing();
  });

  it('and files that are others’, in another room, used twice, rejected or unknown are in no message', async () => {
    await bob.join(room.slug);
    const other = await ann.createRoom();
    const [own, foreign, elsewhere] = await Promise.all([
      upload(ann, room.id, 'own', 'own.txt'),
      upload(bob, room.id, 'foreign', 'foreign.txt'),
      upload(ann, other.id, 'elsewhere', 'elsewhere.txt'),
    ]);
    const broken = await upload(ann, room.id, await brokenPhotograph(), 'broken.jpg');
    await until(async () => (await stateOf(broken.id)) === 'rejected');
    const tried = async (user: ChatUser, attachmentIds: string[]): Promise<string> => {
      const wish = { clientId: randomUUID(), text: 'x', attachmentIds };
      return outcome(await user.post(`/api/posts/${room.chatPost.id}/messages`, wish));
    };
    const unusable = '422 attachment_unusable attachmentIds:attachment_unusable';
    for (const id of [foreign.id, elsewhere.id, broken.id, randomUUID()]) expect(await tried(ann, [id])).toBe(unusable);
    expect(await tried(ann, [own.id, foreign.id])).toBe(unusable);
    expect(await tried(ann, ['nonsense'])).toMatch(/^422 validation_failed attachmentIds/u);
    await sendWith(ann, room.chatPost.id, [own.id]);
    expect(await tried(ann, [own.id])).toBe(unusable);
    expect(await tried(bob, [foreign.id])).toMatch(/^201/u);
  });

  it('and nobody changes or removes what is another’s, sent or unknown', async () => {
    const file = await upload(ann, room.id, 'mine', 'mine.txt');
    for (const id of [file.id, randomUUID(), 'nonsense']) {
      expect(outcome(await bob.delete(`/api/attachments/${id}`))).toBe('404 not_found');
      expect(outcome(await bob.patch(`/api/attachments/${id}`, { alt: 'x' }))).toBe('404 not_found');
    }
    expect(outcome(await ann.patch(`/api/attachments/${file.id}`, { alt: 'x'.repeat(1_001) }))).toBe(
      '422 validation_failed alt:too_long',
    );
    await sendWith(ann, room.chatPost.id, [file.id]);
    expect(outcome(await ann.delete(`/api/attachments/${file.id}`))).toBe('409 read_only');
    expect(outcome(await ann.patch(`/api/attachments/${file.id}`, { alt: 'x' }))).toBe('409 read_only');
  });

  it('and who uploads without end has to wait', async () => {
    const strict = await TestServer.start({ RATE_LIMITS: 'on' });
    try {
      const mallory = await strict.register('mallory');
      const { id } = await mallory.createRoom();
      const codes: number[] = [];
      for (let round = 0; round < 21; round += 1) {
        const answers = Array.from({ length: 10 }, () => sendForm(mallory, id, [['file', 'x', 'x.txt']]));
        codes.push(...(await Promise.all(answers)).map(({ status }) => status));
      }
      const last = await sendForm(mallory, id, [['file', 'x', 'x.txt']]);
      expect([codes.filter((code) => code === 201).length, codes.filter((code) => code === 429).length]).toEqual([
        200, 10,
      ]);
      expect([last.body.code, Number(last.headers.get('retry-after')) > 0]).toEqual(['rate_limited', true]);
    } finally {
      await strict.stop();
    }
  }, 60_000);

  async function stateOf(id: string): Promise<string | undefined> {
    const [row] = await server.sql<{ state: string }>('select state from attachments where id = $1', [id]);
    return row?.state;
  }
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await isSo());) {
    if (Date.now() > end) throw new Error('It never came to that.');
    await pause(20);
  }
}
