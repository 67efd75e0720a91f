import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Post, PostPeople } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import type { User } from '#contracts/user.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('the people of a post', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let cyd: ChatUser;
  let eve: ChatUser;
  let room: Room;
  let post: Post;

  beforeAll(async () => {
    server = await TestServer.start();
    const users = await server.registerAll('ann', 'bob', 'cyd', 'eve');
    [ann, bob, cyd, eve] = users;
    room = await ann.createRoom({ visibility: 'private' });
    for (const member of [bob, cyd]) await ann.add(room.slug, member);
    post = await ann.createPost(room.slug);
  });
  afterAll(() => server.stop());

  const people = (user: ChatUser, postId = post.id, more = ''): Promise<PostPeople> =>
    body(user.get<PostPeople>(`/api/posts/${postId}/people${more}`));
  const ids = ({ items }: PostPeople): string[] => items.map(({ id }) => id);

  it('are shown to who has a session and may read it', async () => {
    const path = `/api/posts/${post.id}/people`;
    expect((await server.ask(path)).status).toBe(401);
    expect((await eve.get(path)).status).toBe(404);
    expect((await bob.get(path)).status).toBe(200);
    for (const nowhere of ['x', '%F0%9F%8E%89', randomUUID()])
      expect((await ann.get(`/api/posts/${nowhere}/people`)).body).toMatchObject({ status: 404, code: 'not_found' });
    const refused = async (query: string): Promise<unknown[]> => {
      const { status, body: refusal } = await bob.get(`${path}?${query}`);
      return [status, refusal.errors?.map(({ field }) => field)];
    };
    expect(await refused('limit=0')).toEqual([422, ['limit']]);
    expect(await refused('limit=201')).toEqual([422, ['limit']]);
    expect(await refused('limit=x')).toEqual([422, ['limit']]);
    expect(await refused('cursor=x')).toEqual([422, ['cursor']]);
  });

  it('are those who wrote in it, the most recent writer first, and nobody else', async () => {
    expect(await people(bob)).toEqual({ items: [], total: 0 });
    // Roomers wrote the welcome in the room's name; nobody else did.
    expect(await people(bob, room.chatPost.id)).toEqual({ items: [], total: 0 });
    await ann.send(post.id);
    await bob.send(post.id);
    await ann.send(post.id);
    expect(ids(await people(cyd))).toEqual([ann.id, bob.id]);
    await bob.send(post.id);
    const { items, total } = await people(cyd);
    expect([ids({ items, total }), total]).toEqual([[bob.id, ann.id], 2]);
    expect(items[1]).toEqual((await cyd.get<User>(`/api/users/${ann.name}`)).body);
    expect(await people(bob, room.chatPost.id)).toEqual({ items: [], total: 0 });
  });

  it('are as many as asked for, and counted all', async () => {
    await cyd.send(post.id);
    const page = await people(bob, post.id, '?limit=1');
    expect([ids(page), page.total]).toEqual([[cyd.id], 3]);
  });

  it('no longer count who took back all they wrote, and still who left', async () => {
    const other = await ann.createPost(room.slug);
    const [first, second] = [await bob.send(other.id), await ann.send(other.id)];
    await cyd.send(other.id);
    await body(cyd.post(`/api/messages/${(await cyd.send(other.id)).id}/recall`));
    await body(ann.post(`/api/messages/${second.id}/recall`));
    expect(ids(await people(ann, other.id))).toEqual([cyd.id, bob.id]);
    await ann.delete(`/api/rooms/${room.slug}/members/${cyd.name}`);
    expect(ids(await people(ann, other.id))).toEqual([cyd.id, bob.id]);
    expect((await cyd.get(`/api/posts/${other.id}/people`)).status).toBe(404);
    await body(bob.post(`/api/messages/${first.id}/recall`));
    expect(ids(await people(ann, other.id))).toEqual([cyd.id]);
  });

  it('are shown to visitors of a public room', async () => {
    const open = await ann.createRoom();
    await ann.send(open.chatPost.id);
    expect(ids(await people(eve, open.chatPost.id))).toEqual([ann.id]);
  });
});
