import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Message, MessagePage } from '#contracts/message.dto.js';
import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { sendWith, storedFiles, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';

describe('faults of the original, in what rooms and posts allow', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;
  let topic: Post;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom({ name: 'Lamps' });
    await bob.join(room.slug);
    topic = await ann.createPost(room.id, { title: 'Wicks', about: 'Of cotton', tags: ['cotton', 'brass'] });
    const file = await upload(ann, room.id, 'kept', 'kept.txt');
    await sendWith(ann, topic.id, [file.id]);
  });

  /** Rows of rooms, posts, tags, messages and files, and the bytes of the last. */
  async function content(): Promise<unknown> {
    const tables = [
      'rooms',
      'room_slugs',
      'room_members',
      'posts',
      'post_slugs',
      'post_tags',
      'messages',
      'attachments',
    ];
    const rows = await Promise.all(tables.map((name) => server.sql(`select * from ${name} t order by t::text`)));
    return [rows, storedFiles(server.dataDir).map(({ path, size }) => [path, size])];
  }

  /** Tries what must be refused, and looks at what is stored. */
  async function refused(status: number, attempts: (() => Promise<{ status: number; body: { code: string } }>)[]) {
    const before = await content();
    for (const attempt of attempts) expect((await attempt()).status).toBe(status);
    expect(await content()).toEqual(before);
  }

  const talk = async (from: ChatUser, to: ChatUser, postId: string): Promise<void> => {
    const [listening, speaking] = [await to.open(postId), await from.open(postId)];
    const text = randomUUID();
    await speaking.done('message:send', { postId, clientId: randomUUID(), text });
    await listening.waitFor('messages', ({ items }) => items[0]?.text === text);
  };

  it('D8, D15: pages that are open go on when the room gets another name and address, and the old one leads there', async () => {
    const [anns, bobs] = [await ann.open(room.chatPost.id), await bob.open(room.chatPost.id)];
    const renamed = await body(
      ann.patch<Room>(`/api/rooms/${room.slug}`, { name: '灯具', slug: `deng-${room.id.slice(-6)}` }),
    );
    expect((await bobs.waitFor('room', ({ id, name }) => id === room.id && name === '灯具')).slug).toBe(renamed.slug);
    for (const [from, to] of [
      [anns, bobs],
      [bobs, anns],
    ] as const) {
      const text = randomUUID();
      await from.done('message:send', { postId: room.chatPost.id, clientId: randomUUID(), text });
      await to.waitFor('messages', ({ items }) => items[0]?.text === text);
    }
    const byOld = await bob.get<Room>(`/api/rooms/${room.slug}`);
    expect([byOld.status, byOld.body.id, byOld.body.slug]).toEqual([200, room.id, renamed.slug]);
    expect((await bob.get(`/api/rooms/${room.slug}/posts/${topic.slug}`)).status).toBe(200);
  });

  it('D9: a title with a space has an address, and its post a conversation', async () => {
    const post = await bob.createPost(room.id, { title: 'Week one' });
    expect(post).toMatchObject({ title: 'Week one', slug: 'week-one' });
    expect((await ann.get<Post>(`/api/rooms/${room.slug}/posts/week-one`)).body.id).toBe(post.id);
    await talk(bob, ann, post.id);
  });

  it('D11: nobody but its keepers edits a room, whatever the form says', async () => {
    const path = `/api/rooms/${room.slug}`;
    await refused(403, [
      () => bob.patch(path, { name: 'Of Bob' }),
      () => bob.patch(path, { slug: 'of-bob' }),
      () => bob.patch(path, { visibility: 'private' }),
      () => bob.put(`${path}/archive`),
    ]);
    await refused(422, [
      () => bob.patch(path, { name: 'Of Bob', chatroom_owner: bob.name }),
      () => bob.patch(path, { name: 'Of Bob', ownerId: bob.id }),
    ]);
    expect((await ann.patch<Room>(path, { name: 'Of Ann' })).body.name).toBe('Of Ann');
  });

  it('D12: names that are typed open no door: nobody but its keepers deletes a room or a post', async () => {
    const [ofRoom, ofPost] = [
      `/api/rooms/${room.slug}/deletion`,
      `/api/rooms/${room.slug}/posts/${topic.slug}/deletion`,
    ];
    await refused(403, [
      () => bob.post(ofRoom, { confirmName: room.name }),
      () => bob.post(ofPost, { confirmTitle: topic.title }),
    ]);
    await refused(422, [
      () => bob.post(ofRoom, { confirmName: room.name, username: ann.name }),
      () => ann.post(ofRoom, { confirmName: 'Lampen' }),
      () => ann.post(ofPost, { confirmTitle: 'Docht' }),
    ]);
    expect((await ann.post(ofPost, { confirmTitle: topic.title })).status).toBe(204);
    expect((await ann.post(ofRoom, { confirmName: room.name })).status).toBe(204);
  });

  it('D13: nobody edits the post of another, and what changes nothing leaves it as it was', async () => {
    const path = `/api/rooms/${room.slug}/posts/${topic.slug}`;
    await refused(403, [
      () => bob.patch(path, { title: 'Of Bob' }),
      () => bob.patch(path, { about: '' }),
      () => bob.patch(path, { tags: [] }),
    ]);
    const before = await content();
    expect((await ann.patch(path, {})).status).toBe(200);
    expect((await ann.patch(path, { title: topic.title })).status).toBe(200);
    expect(await content()).toEqual(before);
  });

  it('D14: a tag that is taken off is off, for everybody at once', async () => {
    const bobs = await bob.connect();
    const path = `/api/rooms/${room.slug}/posts/${topic.slug}`;
    expect((await body(ann.patch<Post>(path, { tags: ['brass'] }))).tags).toEqual(['brass']);
    await bobs.waitFor('post', ({ id, tags }) => id === topic.id && tags.join() === 'brass');
    expect((await body(bob.get<Post>(path))).tags).toEqual(['brass']);
    const { items } = await body(bob.get<{ items: Post[] }>(`/api/rooms/${room.slug}/posts?tag=cotton`));
    expect(items).toEqual([]);
  });

  it.each(['name', 'slug'])('D15: a %s that is taken is no fault of the server', async (field) => {
    const other = await ann.createRoom({ name: 'Candles' });
    const { status, body: answer } = await ann.patch(`/api/rooms/${room.id}`, {
      [field]: field === 'name' ? other.name : other.slug,
    });
    if (field === 'name') expect(status).toBe(200);
    else expect([status, answer.code]).toEqual([409, 'slug_taken']);
    expect((await ann.get<Room>(`/api/rooms/${other.slug}`)).body.id).toBe(other.id);
  });

  it('D29: who reads a post that is deleted is told, the address is 404, and its messages are nowhere', async () => {
    const bobs = await bob.open(topic.id);
    expect(
      (await ann.post(`/api/rooms/${room.slug}/posts/${topic.slug}/deletion`, { confirmTitle: topic.title })).status,
    ).toBe(204);
    expect(await bobs.waitFor('post:deleted')).toMatchObject({ roomId: room.id, postId: topic.id });
    expect((await bob.get(`/api/rooms/${room.slug}/posts/${topic.slug}`)).status).toBe(404);
    expect((await bob.get(`/api/posts/${topic.id}/messages`)).status).toBe(404);
    await talk(ann, bob, room.chatPost.id);
  });

  it('D32: a history comes in pages, and while it is read others are heard at once', async () => {
    await server.sql(
      `insert into messages (id, post_id, seq, rev, author_id, kind, text, state, created_at)
       select gen_random_uuid(), $1, n, n, $2, 'text', 'message ' || n, 'live', now() from generate_series(2, 5000) n`,
      [topic.id, ann.id],
    );
    await server.sql('update post_heads set last_seq = 5000, rev = 5000 where post_id = $1', [topic.id]);
    const page = await body(bob.get<MessagePage>(`/api/posts/${topic.id}/messages`));
    expect(page.items.map(({ seq }: Message) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => 4_951 + n));
    const bobs = await bob.open(room.chatPost.id);
    const reads = Array.from({ length: 25 }, () => bob.get(`/api/posts/${topic.id}/messages?limit=200`));
    const begun = Date.now();
    await ann.send(room.chatPost.id, 'heard meanwhile');
    await bobs.waitFor('messages', ({ items }) => items[0]?.text === 'heard meanwhile');
    expect(Date.now() - begun).toBeLessThan(2_000);
    expect((await Promise.all(reads)).every(({ status }) => status === 200)).toBe(true);
  });
});
