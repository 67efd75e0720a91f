import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PostDeletion } from '#contracts/deletion.dto.js';
import type { Post, PostPage } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, storedFiles, putPicture, sendWith, upload } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { checkeredPng } from '../kit/pictures.js';

describe('deleting a post', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let carol: ChatUser;
  let visitor: ChatUser;
  let room: Room;
  let topic: Post;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, carol, visitor] = await server.registerAll('ann', 'bob', 'carol', 'visitor');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await Promise.all([bob.join(room.slug), carol.join(room.slug)]);
    topic = await bob.createPost(room.id, { title: '机器学习 Notes' });
  });

  const path = (post = topic): string => `/api/rooms/${room.id}/posts/${post.id}/deletion`;
  const remove = (user: ChatUser, post = topic, confirmTitle = post.title) => user.post(path(post), { confirmTitle });
  const isThere = async (): Promise<boolean> =>
    (await ann.get(`/api/rooms/${room.id}/posts/${topic.id}`)).status === 200;

  it('is for its author, the owner and moderators, who type the title', async () => {
    expect((await server.ask(path(), { method: 'POST', body: { confirmTitle: topic.title } })).status).toBe(401);
    expect((await remove(visitor)).status).toBe(403);
    expect((await remove(carol)).status).toBe(403);
    expect((await carol.get(path())).status).toBe(403);
    expect((await remove(bob, topic, 'Notes')).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ field: 'confirmTitle', code: 'confirmation_wrong' }],
    });
    expect(await isThere()).toBe(true);
    expect((await remove(bob, topic, ' 机器学习 NOTES ')).status).toBe(204);
    await ann.put(`/api/rooms/${room.id}/members/${carol.name}`, { role: 'moderator' });
    for (const keeper of [ann, carol]) expect((await remove(keeper, await bob.createPost(room.id))).status).toBe(204);
  });

  it('never takes the chat, nor any post of an archived room', async () => {
    for (const user of [ann, bob]) {
      expect((await remove(user, room.chatPost)).body).toMatchObject({ status: 409, code: 'chat_post_stays' });
      expect((await user.get(path(room.chatPost))).status).toBe(409);
    }
    await ann.put(`/api/rooms/${room.id}/archive`);
    expect((await remove(bob)).body).toMatchObject({ status: 409, code: 'read_only' });
    expect((await remove(ann)).body.code).toBe('read_only');
    expect(await isThere()).toBe(true);
  });

  it('says before what goes and how much', async () => {
    await sendWith(carol, topic.id, [(await upload(carol, room.id, 'twelve bytes', 'a.txt')).id]);
    await bob.send(topic.id);
    expect(await body(bob.get<PostDeletion>(path()))).toEqual({ messages: 2, files: 1, fileBytes: 12 });
  });

  it('makes it gone for everybody at once: on every path, live and for who was away', async () => {
    const file = await upload(bob, room.id, 'secret', 'a.txt');
    const message = await sendWith(bob, topic.id, [file.id]);
    const [inPost, inChat, elsewhere, visiting] = [
      await carol.open(topic.id),
      await carol.open(room.chatPost.id),
      await ann.connect(),
      await visitor.open(topic.id),
    ];
    const [carols, visitors] = [await body(carol.get<Sync>('/api/sync')), await body(visitor.get<Sync>('/api/sync'))];
    expect((await remove(ann)).status).toBe(204);
    for (const client of [inPost, inChat, elsewhere, visiting])
      expect(await client.waitFor('post:deleted')).toEqual({ roomId: room.id, postId: topic.id });
    for (const user of [ann, bob, carol, visitor]) {
      for (const place of [topic.id, topic.slug])
        expect((await user.get(`/api/rooms/${room.id}/posts/${place}`)).status).toBe(404);
      for (const rest of ['messages', 'files', 'people'])
        expect((await user.get(`/api/posts/${topic.id}/${rest}`)).status).toBe(404);
      expect((await download(user, file.url)).status).toBe(404);
      expect(JSON.stringify((await user.get(`/api/rooms/${room.id}/files`)).body)).not.toContain(file.id);
      expect(JSON.stringify((await user.get<PostPage>(`/api/rooms/${room.id}/posts`)).body)).not.toContain(topic.id);
      expect((await user.get<Room>(`/api/rooms/${room.id}`)).body.latest?.postId).toBe(room.chatPost.id);
    }
    expect((await bob.patch(`/api/messages/${message.id}`, { text: 'x' })).status).toBe(404);
    expect(await inPost.ask('post:read', { postId: topic.id, seq: 1 })).toMatchObject({ error: { code: 'not_found' } });
    const caught = await body(carol.get<Sync>(`/api/sync?since=${carols.cursor}`));
    expect(caught.gone.posts).toContain(topic.id);
    expect(caught.rooms).toContainEqual(expect.objectContaining({ id: room.id, unread: 0 }));
    expect((await body(visitor.get<Sync>(`/api/sync?since=${visitors.cursor}`))).gone.posts).toEqual([]);
  });

  it('clears its rows and bytes, and leaves those of the room', async () => {
    const kept = storedFiles(server.dataDir).length;
    await sendWith(bob, topic.id, [(await upload(bob, room.id, 'goes', 'a.txt')).id]);
    await body(putPicture(bob, `/api/rooms/${room.id}/posts/${topic.id}/image`, await checkeredPng(40, 30)));
    await carol.send(room.chatPost.id, 'stays');
    expect(storedFiles(server.dataDir).length).toBe(kept + 2);
    await remove(bob);
    await eventually(async () => {
      const rows = await server.sql(
        `select id from posts where id = $1 union all select id from messages where post_id = $1
         union all select id from attachments where post_id = $1 union all select message_id from message_keys where post_id = $1
         union all select user_id from read_marks where post_id = $1`,
        [topic.id],
      );
      expect(rows).toEqual([]);
      expect(storedFiles(server.dataDir).length).toBe(kept);
    }, 20_000);
    expect((await ann.get<Room>(`/api/rooms/${room.id}`)).body.latest?.excerpt).toBe('stays');
    expect((await bob.createPost(room.id, { title: topic.title })).slug).toBe(topic.slug);
  });
});
