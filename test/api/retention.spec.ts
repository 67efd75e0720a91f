import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Attachment } from '#contracts/attachment.dto.js';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, sendWith, storedFiles, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually, expectSoon } from '../kit/eventually.js';

const SETTINGS = '/api/admin/settings';

jest.setTimeout(60_000);

describe('messages whose time is over', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;
  let topic: Post;
  let inTopic: ChatClient;
  let messages: Message[];
  let file: Attachment;
  let forwarded: Message;
  let openedAt: number;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom();
    await bob.join(room.slug);
    topic = await ann.createPost(room.id);
    messages = [await ann.send(topic.id, 'first'), await ann.send(topic.id, 'second')];
    file = await upload(ann, room.id, 'twelve bytes', 'shared.txt');
    messages.push(await sendWith(ann, topic.id, [file.id]));
    messages.push(await sendWith(ann, topic.id, [(await upload(ann, room.id, 'goes', 'gone.txt')).id]));
    for (const replyToId of [undefined, undefined, undefined, messages[1]!.id, undefined, undefined])
      messages.push(await ann.send(topic.id, 'words', { ...(replyToId && { replyToId }) }));
    forwarded = await body(
      ann.post<Message>(`/api/messages/${messages[2]!.id}/forward`, {
        postId: room.chatPost.id,
        clientId: randomUUID(),
      }),
    );
    inTopic = await bob.connect();
    openedAt = (await inTopic.done('post:open', { postId: topic.id })).head.rev;
  });
  afterAll(() => server.stop());

  const age = (postId: string, lastSeq: number, days: number): Promise<unknown> =>
    server.sql(
      `update messages set created_at = created_at - make_interval(days => $3) where post_id = $1 and seq <= $2`,
      [postId, lastSeq, days],
    );
  const page = (query = '', postId = topic.id): Promise<MessagePage> =>
    body(bob.get<MessagePage>(`/api/posts/${postId}/messages?${query}`));
  const seqs = async (query: string): Promise<number[]> => (await page(query)).items.map(({ seq }) => seq);
  /** The job runs every hour, and when a process starts that does jobs. */
  async function expire(until: () => Promise<void>): Promise<void> {
    const worker = await server.startBeside({ ROLE: 'worker' });
    // One that was left half done by another worker is taken up again after fifteen seconds.
    await eventually(until, 30_000);
    await worker.stop();
  }
  const beginsAt = (postId: string, firstSeq: number) => async (): Promise<void> =>
    expect((await page('', postId)).head.firstSeq).toBe(firstSeq);

  it('stay as long as nobody says how long messages are kept', async () => {
    await age(topic.id, 6, 31);
    await expire(async () => {
      const [{ count } = { count: 1 }] = await server.sql<{ count: number }>(
        `select count(*)::int as count from bullmq.job where name = 'expire-messages' and id like '%start'`,
      );
      expect(count).toBe(0);
    });
    expect((await page()).items).toHaveLength(10);
  });

  it('go with all before them, and every reader is told where the post begins now', async () => {
    await body(ann.patch(SETTINGS, { retentionDays: 30 }));
    const kept = storedFiles(server.dataDir).length;
    await expire(beginsAt(topic.id, 7));
    expect(await inTopic.waitFor('post', ({ id, firstSeq }) => id === topic.id && firstSeq === 7)).toMatchObject({
      ...{ firstSeq: 7, lastSeq: 10, rev: 11 },
    });
    // The file that went with its message; the other one's bytes are still needed.
    await expectSoon(() => storedFiles(server.dataDir).length, kept - 1);
  });

  it('are on no path any more, and the edge is right from both sides', async () => {
    expect(await seqs('')).toEqual([7, 8, 9, 10]);
    expect(await seqs('before=9')).toEqual([7, 8]);
    expect(await seqs('before=7')).toEqual([]);
    expect(await seqs('before=3')).toEqual([]);
    expect(await seqs('after=0&limit=2')).toEqual([7, 8]);
    expect(await seqs('around=7&limit=3')).toEqual([7, 8, 9]);
    expect(await seqs('around=2&limit=3')).toEqual([7, 8, 9]);
    expect((await page()).head).toEqual({ firstSeq: 7, lastSeq: 10, rev: 11 });
    expect((await ann.patch(`/api/messages/${messages[0]!.id}`, { text: 'x' })).status).toBe(404);
    expect((await ann.post(`/api/messages/${messages[0]!.id}/recall`)).status).toBe(404);
    const quote = { clientId: randomUUID(), text: 'x', replyToId: messages[0]!.id };
    expect((await ann.post(`/api/posts/${topic.id}/messages`, quote)).status).toBe(422);
    expect((await download(bob, file.url)).status).toBe(404);
  });

  it('leave what quotes them its number and author, as one change', async () => {
    const replyTo = { id: messages[1]!.id, seq: 2, authorId: ann.id, excerpt: '' };
    expect((await page('around=8&limit=1')).items[0]).toMatchObject({ seq: 8, rev: 11, replyTo });
    const frame = await inTopic.waitFor('messages', ({ rev }) => rev === 11);
    expect(frame.items).toMatchObject([{ seq: 8, rev: 11, replyTo }]);
    const caughtUp = await inTopic.done('post:open', { postId: topic.id, rev: openedAt });
    expect(caughtUp).toMatchObject({ complete: true, head: { firstSeq: 7, rev: 11 }, items: [{ seq: 8, replyTo }] });
    await body(ann.post(`/api/messages/${messages[7]!.id}/recall`));
    expect((await page('around=8&limit=1')).items[0]).not.toHaveProperty('replyTo');
  });

  it('are not unread any more, on any path, and the mark itself stays', async () => {
    const [mark] = await server.sql<{ read_seq: number }>(
      'select read_seq from read_marks where user_id = $1 and post_id = $2',
      [bob.id, topic.id],
    );
    expect(mark?.read_seq ?? 0).toBe(0);
    const synced = await body(bob.get<Sync>('/api/sync'));
    const counted = [
      await body(bob.get<Post>(`/api/rooms/${room.id}/posts/${topic.id}`)),
      synced.posts.find(({ id }) => id === topic.id),
    ];
    for (const post of counted) expect(post).toMatchObject({ firstSeq: 7, lastSeq: 10, readSeq: 6, unread: 4 });
    const { chatPost, unread } = await body(bob.get<Room>(`/api/rooms/${room.id}`));
    expect(unread).toBe(4 + chatPost.unread);
    expect((await inTopic.done('post:open', { postId: topic.id })).head.readSeq).toBe(6);
    expect(await inTopic.done('post:unread', { postId: topic.id, seq: 3 })).toMatchObject({ readSeq: 6 });
  });

  it('are still there where they were forwarded to, with their file', async () => {
    const copy = (await page('', room.chatPost.id)).items.find(({ id }) => id === forwarded.id);
    expect((await download(bob, copy!.attachments[0]!.url)).bytes.toString()).toBe('twelve bytes');
  });

  it('may be all of a room, its welcome too; the next one takes the next number', async () => {
    const { lastSeq } = (await page('', room.chatPost.id)).head;
    await age(room.chatPost.id, lastSeq, 31);
    await age(topic.id, 10, 31);
    const since = (await body(bob.get<Sync>('/api/sync'))).cursor;
    await expire(async () => {
      await beginsAt(room.chatPost.id, lastSeq + 1)();
      await beginsAt(topic.id, 11)();
    });
    const empty = await body(bob.get<Room>(`/api/rooms/${room.id}`));
    expect([empty.unread, empty.latest, empty.chatPost.lastSeq]).toEqual([0, undefined, lastSeq]);
    expect(await seqs('')).toEqual([]);
    await expectSoon(() => storedFiles(server.dataDir).length, 0);
    const { posts } = await body(bob.get<Sync>(`/api/sync?since=${since}`));
    expect(posts).toContainEqual(expect.objectContaining({ id: topic.id, firstSeq: 11, unread: 0 }));
    expect((await ann.send(topic.id)).seq).toBe(11);
    expect((await body(bob.get<Post>(`/api/rooms/${room.id}/posts/${topic.id}`))).unread).toBe(1);
  });
});
