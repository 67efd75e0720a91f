import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { SharedFile, SharedFilePage } from '#contracts/attachment.dto.js';
import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { heardInState, sendWith, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { brokenPhotograph, photograph } from '../kit/photos.js';

describe('the files of rooms and posts', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let eve: ChatUser;
  let room: Room;
  let topic: Post;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, eve] = await server.registerAll('ann', 'bob', 'eve');
    room = await ann.createRoom({ visibility: 'private' });
    await ann.add(room.slug, bob);
    topic = await ann.createPost(room.slug);
  });
  afterAll(() => server.stop());

  const ofRoom = (user: ChatUser, more = ''): Promise<SharedFilePage> =>
    body(user.get<SharedFilePage>(`/api/rooms/${room.slug}/files${more}`));
  const ofPost = (user: ChatUser, postId: string, more = ''): Promise<SharedFilePage> =>
    body(user.get<SharedFilePage>(`/api/posts/${postId}/files${more}`));
  const names = (page: SharedFilePage): string[] => page.items.map(({ attachment }) => attachment.name);

  /** Sends one message with these text files. */
  async function share(user: ChatUser, postId: string, ...files: string[]): Promise<SharedFile['messageId']> {
    const ids: string[] = [];
    for (const name of files) ids.push((await upload(user, room.id, `the text of ${name}`, name)).id);
    return (await sendWith(user, postId, ids)).id;
  }

  it('need a session, and something that one may read', async () => {
    for (const path of [`/api/rooms/${room.slug}/files`, `/api/posts/${topic.id}/files`]) {
      expect((await server.ask(path)).status).toBe(401);
      expect((await eve.get(path)).status).toBe(404);
      expect((await bob.get(path)).status).toBe(200);
    }
    for (const path of [
      'rooms/nowhere',
      'rooms/%F0%9F%8E%89',
      `rooms/${randomUUID()}`,
      'posts/x',
      `posts/${randomUUID()}`,
    ])
      expect((await ann.get(`/api/${path}/files`)).body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('refuse wrong wishes at their field', async () => {
    const cursor = (keys: unknown): string => Buffer.from(JSON.stringify(keys)).toString('base64url');
    const wishes: [string, string][] = [
      ['kind=film', 'kind'],
      ['limit=0', 'limit'],
      ['limit=201', 'limit'],
      ['cursor=nonsense', 'cursor'],
      [`cursor=${cursor([randomUUID(), '99999999999'])}`, 'cursor'],
      [`cursor=${cursor([randomUUID(), '1;'])}`, 'cursor'],
      ['before=3', 'before'],
    ];
    for (const [query, field] of wishes) {
      for (const path of [`/api/rooms/${room.slug}/files`, `/api/posts/${topic.id}/files`]) {
        const { status, body: refusal } = await bob.get(`${path}?${query}`);
        expect([query, status, refusal.errors?.map((one) => one.field)]).toEqual([query, 422, [field]]);
      }
    }
  });

  it('are those of its messages, the newest first, with the message each is in', async () => {
    expect(await ofRoom(bob)).toEqual({ items: [], total: 0 });
    await upload(ann, room.id, 'a draft', 'unsent.txt');
    const first = await share(ann, room.chatPost.id, 'a.txt', 'b.txt');
    const second = await share(bob, topic.id, '会议.txt');
    const page = await ofRoom(bob);
    expect([names(page), page.total]).toEqual([['会议.txt', 'b.txt', 'a.txt'], 3]);
    expect(page.items.map(({ messageId, authorId }) => [messageId, authorId])).toEqual([
      [second, bob.id],
      [first, ann.id],
      [first, ann.id],
    ]);
    const message = (await body(bob.get<{ items: { id: string }[] }>(`/api/posts/${topic.id}/messages`))).items.at(-1);
    expect(message).toMatchObject({
      id: second,
      seq: page.items[0]!.seq,
      createdAt: page.items[0]!.at,
      attachments: [page.items[0]!.attachment],
    });
    expect(names(await ofPost(bob, topic.id))).toEqual(['会议.txt']);
    expect(await ofPost(ann, room.chatPost.id)).toEqual({ items: page.items.slice(1), total: 2 });
  });

  it('come a page at a time, whole and each once, also while others come', async () => {
    const post = await ann.createPost(room.slug);
    for (const name of ['1', '2', '3']) await share(ann, post.id, `${name}a.txt`, `${name}b.txt`, `${name}c.txt`);
    const seen: string[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const page = await ofPost(bob, post.id, `?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...names(page));
      cursor = page.nextCursor;
      await share(bob, post.id, 'late.txt');
    }
    const wanted = ['3', '2', '1'].flatMap((n) => ['c', 'b', 'a'].map((letter) => `${n}${letter}.txt`));
    expect(seen).toEqual(wanted);
    expect((await ofPost(bob, post.id, '?limit=1')).total).toBe(9 + 5);
  });

  it('are of kinds by what they are', async () => {
    const post = await ann.createPost(room.slug);
    const socket = await bob.open(post.id);
    const parts: [string, string | Buffer][] = [
      ['photo.jpg', await photograph()],
      ['notes.png', 'text'],
      ['paper.pdf', '%PDF-1.7\n%âãÏÓ\n'],
      ['data.bin', Buffer.from([0, 1, 2, 3, 254, 255])],
    ];
    const ids: string[] = [];
    for (const [name, content] of parts) ids.push((await upload(ann, room.id, content, name)).id);
    await sendWith(ann, post.id, ids);
    const kinds = ['picture', 'document', 'other'];
    const found = async (): Promise<unknown[]> =>
      Promise.all(
        kinds.map(async (kind) => {
          const page = await ofPost(bob, post.id, `?kind=${kind}`);
          return [names(page), page.total];
        }),
      );
    const wanted = [
      [['photo.jpg'], 1],
      [['paper.pdf', 'notes.png'], 2],
      [['data.bin'], 1],
    ];
    // Whether it is cleaned already or not.
    expect(await found()).toEqual(wanted);
    const ready = await heardInState(socket, ids[0]!, 'ready');
    expect(await found()).toEqual(wanted);
    expect((await ofPost(bob, post.id, '?kind=picture')).items[0]?.attachment).toEqual(ready);
  });

  it('are gone with their message, and none are there that were rejected', async () => {
    const post = await ann.createPost(room.slug);
    const socket = await bob.open(post.id);
    const [kept, regretted] = [await share(ann, post.id, 'kept.txt'), await share(ann, post.id, 'regretted.txt')];
    await body(ann.post(`/api/messages/${regretted}/recall`));
    const broken = await upload(ann, room.id, await brokenPhotograph(), 'broken.jpg');
    const isSent = await sendWith(ann, post.id, [broken.id]).catch(() => undefined);
    // Cleaning may win the race against the message; then it was never in one.
    if (isSent) await heardInState(socket, broken.id, 'rejected');
    const page = await ofPost(bob, post.id);
    expect(page.items.map(({ messageId }) => messageId)).toEqual([kept]);
    expect(page.total).toBe(1);
    expect(names(await ofRoom(bob, '?limit=200'))).not.toContain('regretted.txt');
  });

  it('are read by visitors where the room is public, until it is private or they are out', async () => {
    const open = await ann.createRoom();
    const { id } = await upload(ann, open.id, 'for all', 'all.txt');
    await sendWith(ann, open.chatPost.id, [id]);
    const paths = [`/api/rooms/${open.id}/files`, `/api/posts/${open.chatPost.id}/files`];
    const counts = (): Promise<number[]> =>
      Promise.all(
        paths.map(async (path) => {
          const answer = await eve.get<SharedFilePage>(path);
          return answer.status === 200 ? answer.body.items.length : answer.status;
        }),
      );
    expect(await counts()).toEqual([1, 1]);
    await ann.patch(`/api/rooms/${open.slug}`, { visibility: 'private' });
    expect(await counts()).toEqual([404, 404]);
  });
});
