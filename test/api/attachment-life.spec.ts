import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from '#contracts/attachment.dto.js';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import { pause } from '../kit/api/chat-client.js';
import { ChatUser } from '../kit/api/chat-user.js';
import { download, heardInState, sendWith, storedFiles, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { CANARIES, photograph } from '../kit/photos.js';

describe('the end of files', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let eve: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, eve] = await server.registerAll('ann', 'bob', 'eve');
    room = await ann.createRoom({ visibility: 'private' });
    await ann.add(room.slug, bob);
  });
  afterAll(() => server.stop());

  const bytesOf = (id: string): string[] =>
    storedFiles(server.dataDir)
      .map(({ path }) => path)
      .filter((path) => path.includes(id));

  it('a recall answers 410 at once to readers, 404 to others, and takes the bytes from the disk', async () => {
    const socket = await bob.open(room.chatPost.id);
    const { id } = await upload(ann, room.id, await photograph(), 'regret.jpg');
    const message = await sendWith(ann, room.chatPost.id, [id]);
    const { url, thumbnailUrl } = await heardInState(socket, id, 'ready');
    const etag = (await download(bob, url)).headers.get('etag')!;
    expect(bytesOf(id)).toHaveLength(2);
    await body(ann.post(`/api/messages/${message.id}/recall`));
    expect((await bob.get(url)).body.code).toBe('gone');
    for (const user of [ann, bob]) {
      expect((await download(user, url)).status).toBe(410);
      expect((await download(user, thumbnailUrl!)).status).toBe(410);
      expect((await download(user, url, { 'if-none-match': etag })).status).toBe(410);
    }
    expect((await download(eve, url)).status).toBe(404);
    await until(() => bytesOf(id).length === 0);
    const page = await body(bob.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`));
    expect(page.items.find((item) => item.id === message.id)).toMatchObject({ state: 'recalled', attachments: [] });
  });

  it('a recall while the picture is being cleaned leaves nothing either', async () => {
    const { id, url } = await upload(ann, room.id, await photograph(4_000, 3_000), 'quick.jpg');
    const message = await sendWith(ann, room.chatPost.id, [id]);
    await body(ann.post(`/api/messages/${message.id}/recall`));
    expect((await download(bob, url)).status).toBe(410);
    await until(() => bytesOf(id).length === 0);
    await until(
      async () => (await server.sql(`select 1 from bullmq.job where name = 'process-attachment'`)).length === 0,
    );
    expect(bytesOf(id)).toEqual([]);
  });

  it('a file that is taken back before it is sent is gone with its bytes', async () => {
    const { id, url } = await upload(ann, room.id, 'never mind', 'draft.txt');
    expect(bytesOf(id)).toHaveLength(1);
    expect((await ann.delete(`/api/attachments/${id}`)).status).toBe(204);
    expect(bytesOf(id)).toEqual([]);
    expect((await download(ann, url)).status).toBe(404);
    expect((await ann.delete(`/api/attachments/${id}`)).status).toBe(404);
  });

  it('a picture whose cleaning was killed in the middle is ready after the next start', async () => {
    const planted = await photograph(5_000, 4_000);
    const uploaded = await upload(ann, room.id, planted, 'survivor.jpg');
    await sendWith(ann, room.chatPost.id, [uploaded.id]);
    await until(() => storedFiles(server.dataDir).some(({ path }) => path.includes('scratch')));
    await server.restart('SIGKILL');
    // The killed process had not finished, or this would show nothing.
    expect(bytesOf(uploaded.id).filter((path) => path.endsWith('.original'))).toHaveLength(1);
    const again = Object.assign(Object.create(ChatUser.prototype) as ChatUser, bob, { address: server.address });
    const ready = await untilReady(again, uploaded.id);
    const { bytes } = await download(again, ready.url);
    expect(CANARIES.filter((canary) => bytes.includes(canary))).toEqual([]);
    expect(bytesOf(uploaded.id).filter((path) => path.endsWith('.original'))).toEqual([]);
    ann = Object.assign(Object.create(ChatUser.prototype) as ChatUser, ann, { address: server.address });
    bob = again;
  }, 90_000);

  it('a start sweeps what uploads that were cut and never sent left behind', async () => {
    const [old, young] = [
      await upload(ann, room.id, 'old', 'old.txt'),
      await upload(ann, room.id, 'young', 'young.txt'),
    ];
    const sent = await upload(ann, room.id, 'sent', 'sent.txt');
    await sendWith(ann, room.chatPost.id, [sent.id]);
    const ids = [old.id, sent.id];
    await server.sql(`update attachments set created_at = now() - interval '25 hours' where id = any($1)`, [ids]);
    const scratch = join(server.dataDir, 'files/scratch/left-behind');
    writeFileSync(scratch, 'half of a file');
    utimesSync(scratch, new Date(0), new Date(0));
    await server.restart();
    await until(() => bytesOf(old.id).length === 0);
    await until(() => !storedFiles(server.dataDir).some(({ path }) => path === scratch));
    expect([bytesOf(young.id).length, bytesOf(sent.id).length]).toEqual([1, 1]);
  });

  async function untilReady(user: ChatUser, id: string): Promise<Attachment> {
    let file: Attachment | undefined;
    await until(async () => {
      const page = await body(user.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`));
      file = page.items.flatMap(({ attachments }) => attachments).find((one) => one.id === id);
      return file?.state === 'ready';
    }, 60_000);
    return file!;
  }
});

async function until(isSo: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await isSo());) {
    if (Date.now() > end) throw new Error('It never came to that.');
    await pause(20);
  }
}
