import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { utimesSync } from 'node:fs';
import type { Attachment, SharedFilePage } from '#contracts/attachment.dto.js';
import type { Message } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import { pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, heardInState, sendWith, storedFiles, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { photograph } from '../kit/photos.js';

describe('files of a forwarded message', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let carol: ChatUser;
  let from: Room;
  let to: Room;
  let file: Attachment;
  let message: Message;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, carol] = await server.registerAll('ann', 'bob', 'carol');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    [from, to] = [await ann.createRoom({ visibility: 'private' }), await bob.createRoom({ visibility: 'private' })];
    await ann.add(from.id, bob);
    await bob.add(to.id, carol);
    file = await upload(ann, from.id, 'shared bytes', 'notes.txt');
    message = await sendWith(ann, from.chatPost.id, [file.id]);
  });

  const forward = <Body = Message>(id = message.id, postId = to.chatPost.id, user = bob) =>
    user.post<Body>(`/api/messages/${id}/forward`, { postId, clientId: randomUUID() });
  const recall = (user: ChatUser, { id }: Message) => body(user.post(`/api/messages/${id}/recall`));
  const stored = (): string[] =>
    storedFiles(server.dataDir)
      .map(({ path }) => path)
      .filter((path) => path.includes(file.id));
  const textOf = async (user: ChatUser, { url }: Attachment): Promise<string> =>
    (await download(user, url)).bytes.toString();

  it('are files of their own, read by those who read there, from the same bytes', async () => {
    const { attachments } = await body(forward());
    expect(attachments).toEqual([{ ...file, id: attachments[0]!.id, url: attachments[0]!.url }]);
    expect(attachments[0]!.id).not.toBe(file.id);
    expect(await textOf(carol, attachments[0]!)).toBe('shared bytes');
    expect((await download(carol, file.url)).status).toBe(404);
    expect((await download(ann, attachments[0]!.url)).status).toBe(404);
    expect((await body(carol.get<SharedFilePage>(`/api/rooms/${to.id}/files`))).items).toMatchObject([
      { attachment: { id: attachments[0]!.id }, authorId: bob.id },
    ]);
    expect(stored()).toHaveLength(1);
  });

  it.each([
    ['first', 'second'],
    ['second', 'first'],
  ])('live as long as one message has them: the %s is recalled, then the %s', async (begin) => {
    const copy = await body(forward());
    const [original, forwarded] = [() => recall(ann, message), () => recall(bob, copy)];
    await (begin === 'first' ? original() : forwarded());
    const [gone, kept] =
      begin === 'first' ? [file, copy.attachments[0]!] : [copy.attachments[0]!, message.attachments[0]!];
    expect((await download(bob, gone.url)).status).toBe(410);
    await jobsDone();
    expect(await textOf(bob, kept)).toBe('shared bytes');
    await (begin === 'first' ? forwarded() : original());
    expect((await download(bob, kept.url)).status).toBe(410);
    await eventually(() => expect(stored()).toEqual([]));
  });

  it('survive the deletion of the post and of the room that they came from', async () => {
    const topic = await ann.createPost(from.id);
    const other = await sendWith(ann, topic.id, [(await upload(ann, from.id, 'of a topic', 'b.txt')).id]);
    const [first, second] = [await body(forward()), await body(forward(other.id))];
    await body(ann.post(`/api/rooms/${from.id}/posts/${topic.id}/deletion`, { confirmTitle: topic.title }));
    await body(ann.post(`/api/rooms/${from.id}/deletion`, { confirmName: from.name }));
    await eventually(
      async () => expect(await server.sql(`select id from rooms where id = $1`, [from.id])).toEqual([]),
      20_000,
    );
    expect(await textOf(carol, first.attachments[0]!)).toBe('shared bytes');
    expect(await textOf(carol, second.attachments[0]!)).toBe('of a topic');
    // And the last one takes the bytes with it.
    await body(bob.post(`/api/rooms/${to.id}/deletion`, { confirmName: to.name }));
    await eventually(() => expect(stored()).toEqual([]), 20_000);
  });

  it('are forwarded on after the first message was taken back', async () => {
    const copy = await body(forward());
    await recall(ann, message);
    const next = await body(forward(copy.id, to.chatPost.id, carol));
    await recall(bob, copy);
    await jobsDone();
    expect(await textOf(carol, next.attachments[0]!)).toBe('shared bytes');
  });

  it('are pictures with their thumbnails once these are ready, and refused before', async () => {
    const socket = await bob.open(from.chatPost.id);
    const { id } = await upload(ann, from.id, await photograph(3_000, 2_000), 'p.jpg');
    const picture = await sendWith(ann, from.chatPost.id, [id]);
    const early = await forward(picture.id);
    if (early.status !== 201) expect(early.body).toMatchObject({ status: 422, code: 'attachment_unusable' });
    await heardInState(socket, id, 'ready');
    const [copied] = (await body(forward(picture.id))).attachments;
    expect(copied).toMatchObject({ state: 'ready', width: 2_000, height: 3_000 });
    await recall(ann, picture);
    await jobsDone();
    for (const path of [copied!.url, copied!.thumbnailUrl!]) expect((await download(carol, path)).status).toBe(200);
  });

  it('while they are taken back are there whole or not at all', async () => {
    for (let round = 0; round < 5; round += 1) {
      const own = await upload(ann, from.id, `round ${round}`, 'a.txt');
      const sent = await sendWith(ann, from.chatPost.id, [own.id]);
      const [answer] = await Promise.all([forward(sent.id), recall(ann, sent)]);
      await jobsDone();
      if (answer.status === 201) expect(await textOf(carol, answer.body.attachments[0]!)).toBe(`round ${round}`);
      else expect(answer.status).toBe(409);
    }
  });

  it('survive the sweep while somebody reads them, and not longer', async () => {
    const copy = await body(forward());
    await recall(ann, message);
    await jobsDone();
    await sweepLater();
    expect(await textOf(carol.at(server.address), copy.attachments[0]!)).toBe('shared bytes');
    // What a crash between commit and job leaves.
    await server.sql(`update attachments set gone_at = now() where id = $1`, [copy.attachments[0]!.id]);
    await sweepLater();
    await eventually(() => expect(stored()).toEqual([]));
  });

  async function jobsDone(): Promise<void> {
    await pause(100);
    await eventually(async () => {
      const waiting = `select 1 from outbox union all select 1 from bullmq.job where name = 'delete-attachment-files'`;
      expect(await server.sql(waiting)).toEqual([]);
    }, 10_000);
  }

  /** Makes the bytes old, and starts again, which sweeps. */
  async function sweepLater(): Promise<void> {
    const old = new Date(Date.now() - 2 * 3_600_000);
    for (const path of stored()) utimesSync(path, old, old);
    await server.restart();
    await pause(1_500);
  }
});
