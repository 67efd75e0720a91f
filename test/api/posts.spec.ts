import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Post, PostPage, TagPage } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('posts', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await bob.join(room.slug);
  });

  const at = (post = ''): string => `/api/rooms/${room.slug}/posts${post && `/${post}`}`;
  const list = async (query = ''): Promise<string[]> =>
    (await bob.get<PostPage>(`${at()}${query}`)).body.items.map(({ title }) => title);

  it.each<[object, string, string]>([
    [{}, 'title', 'required'],
    [{ title: ' ' }, 'title', 'required'],
    [{ title: 'x'.repeat(201) }, 'title', 'too_long'],
    [{ title: 'a\0' }, 'title', 'text_invalid'],
    [{ title: 'a', about: 'x'.repeat(2_001) }, 'about', 'too_long'],
    [{ title: 'a', tags: 'a' }, 'tags', 'invalid'],
    [{ title: 'a', tags: [1] }, 'tags', 'invalid'],
    [{ title: 'a', tags: ['#'] }, 'tags', 'required'],
    [{ title: 'a', tags: ['x'.repeat(41)] }, 'tags', 'too_long'],
    [{ title: 'a', tags: Array.from({ length: 11 }, (_, index) => `t${index}`) }, 'tags', 'too_many'],
    [{ title: 'a', slug: 'b' }, 'slug', 'unknown_field'],
    [{ title: 'a', kind: 'chat' }, 'kind', 'unknown_field'],
  ])('are not made of %j', async (wish, field, code) => {
    const answer = await bob.post(at(), wish);
    expect([answer.status, answer.body.errors]).toEqual([422, [expect.objectContaining({ field, code })]]);
    expect(await list()).toEqual(['Chat']);
  });

  it('are not made by visitors, nor without a session', async () => {
    const eve = await server.register('eve');
    expect((await eve.post(at(), { title: 'a' })).status).toBe(403);
    expect((await server.ask(at(), { method: 'POST', body: { title: 'a' } })).status).toBe(401);
    expect((await bob.post(at(), { title: 'a' })).status).toBe(201);
  });

  it('take their tags once each, whatever their case and without the sign', async () => {
    const post = await bob.createPost(room.slug, { title: '第一周', tags: ['#Note', 'note', '##论文', 'B'] });
    expect(post).toMatchObject({ slug: 'diyizhou', tags: ['Note', '论文', 'B'], kind: 'topic', authorId: bob.id });
    const other = await bob.createPost(room.slug, { title: 'Other', tags: ['NOTE'] });
    expect(other.tags).toEqual(['Note']);
    const tags = (await ann.get<TagPage>('/api/tags?q=note')).body.items;
    expect(tags).toEqual([{ name: 'Note', searchKey: 'note', posts: 2 }]);
    expect(await list('?tag=NOTE')).toEqual(['Other', '第一周']);
    expect(await list(`?tag=${encodeURIComponent('论文')}`)).toEqual(['第一周']);
    expect(await list('?tag=nothing')).toEqual([]);
  });

  it('are listed by what happened last, a page at a time, once each', async () => {
    const made: Post[] = [];
    for (let count = 0; count < 5; count += 1) made.push(await ann.createPost(room.slug, { title: `Topic ${count}` }));
    await ann.send(made[1]!.id);
    await ann.send(room.chatPost.id);
    const order = ['Chat', 'Topic 1', 'Topic 4', 'Topic 3', 'Topic 2', 'Topic 0'];
    expect(await list()).toEqual(order);
    const found: string[] = [];
    let cursor = '';
    do {
      const { body } = await bob.get<PostPage>(`${at()}?limit=4${cursor && `&cursor=${cursor}`}`);
      expect(body.total).toBe(6);
      found.push(...body.items.map(({ title }) => title));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(found).toEqual(order);
    expect(await list('?q=topic%203')).toEqual(['Topic 3']);
    for (const query of ['?cursor=x', '?cursor=WyJhIiwiYiJd', '?state=gone', '?limit=0', '?x=1'])
      expect((await bob.get(`${at()}${query}`)).status).toBe(422);
  });

  it('say who resolved them and when, until they are reopened', async () => {
    const post = await ann.createPost(room.slug);
    expect(post).not.toHaveProperty('resolvedAt');
    const socket = await ann.connect();
    const begun = Date.now();
    const resolved = await body(bob.patch<Post>(at(post.slug), { state: 'resolved' }));
    expect(resolved.resolvedById).toBe(bob.id);
    expect(Math.abs(Date.parse(resolved.resolvedAt!) - begun)).toBeLessThan(10_000);
    const told = await socket.waitFor('post', ({ state }) => state === 'resolved');
    expect(told).toMatchObject({ resolvedAt: resolved.resolvedAt, resolvedById: bob.id });
    const { resolvedAt, resolvedById } = resolved;
    // Who says so again, or edits it, did not resolve it.
    for (const change of [{ state: 'resolved' }, { title: 'Other' }])
      expect(await body(ann.patch<Post>(at(post.slug), change))).toMatchObject({ resolvedAt, resolvedById });
    expect(await body(bob.get<Post>(at(post.slug)))).toMatchObject({ resolvedAt, resolvedById });
    const reopened = await body(bob.patch<Post>(at(post.slug), { state: 'active' }));
    expect([reopened.resolvedAt, reopened.resolvedById]).toEqual([undefined, undefined]);
    expect(await socket.waitFor('post', ({ version }) => version === reopened.version)).not.toHaveProperty(
      'resolvedAt',
    );
    expect((await body(ann.patch<Post>(at(post.slug), { state: 'resolved' }))).resolvedById).toBe(ann.id);
    socket.close();
  });

  it('resolved before that was noted do not say by whom', async () => {
    const post = await ann.createPost(room.slug);
    await server.sql(`update posts set state = 'resolved' where id = $1`, [post.id]);
    const { state, resolvedAt } = await body(bob.patch<Post>(at(post.slug), { state: 'resolved' }));
    expect([state, resolvedAt]).toEqual(['resolved', undefined]);
  });

  it('are edited by their author and the keepers of the room, and resolved by whoever writes there', async () => {
    const post = await bob.createPost(room.slug, { title: 'Of bob' });
    const carol = await server.register('carol');
    await carol.join(room.slug);
    expect((await carol.patch(at(post.slug), { title: 'x' })).status).toBe(403);
    expect((await carol.patch(at(post.slug), { tags: ['x'] })).status).toBe(403);
    expect((await carol.patch<Post>(at(post.slug), { state: 'resolved' })).body.state).toBe('resolved');
    expect(await list('?state=resolved')).toEqual(['Of bob']);
    expect((await bob.patch<Post>(at(post.slug), { title: 'By bob', state: 'active' })).body).toMatchObject({
      title: 'By bob',
    });
    const edited = (await ann.patch<Post>(at(post.slug), { about: 'By ann', tags: ['a'] })).body;
    expect(edited).toMatchObject({ title: 'By bob', about: 'By ann', tags: ['a'], slug: post.slug });
    expect(edited.version).toBeGreaterThan(post.version);
  });

  it('that are the chat stay as they are, and no topic takes their address', async () => {
    for (const change of [{ title: 'x' }, { tags: [] }, { state: 'resolved' }, { about: 'x' }])
      expect((await ann.patch(at('chat'), change)).status).toBe(403);
    const topic = await ann.createPost(room.slug, { title: 'Chat' });
    expect(topic.slug).toBe('chat-2');
    expect((await bob.get<Post>(at('chat'))).body.id).toBe(room.chatPost.id);
    const preview = await bob.get<{ slug: string }>(`/api/slugs?for=post&name=chat&roomId=${room.id}`);
    expect(preview.body.slug).toBe('chat-3');
  });

  it('have addresses within their room: the same twice in two rooms, numbered in one', async () => {
    const other = await ann.createRoom();
    const slugs = await Promise.all([1, 2, 3].map(() => ann.createPost(room.slug, { title: '同名' })));
    expect(slugs.map(({ slug }) => slug).sort()).toEqual(['tongming', 'tongming-2', 'tongming-3']);
    const elsewhere = await ann.createPost(other.slug, { title: '同名' });
    expect(elsewhere.slug).toBe('tongming');
    expect((await bob.get(at(elsewhere.id))).status).toBe(404);
    expect((await bob.get<Post>(at('TONGMING'))).body.slug).toBe('tongming');
  });
});
