import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AdminTagPage, ChangedTag } from '#contracts/admin-content.dto.js';
import type { Post } from '#contracts/post.dto.js';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

const TAGS = '/api/admin/tags';

describe('the tags of the organisation', () => {
  let server: TestServer;
  let owner: ChatUser;
  let room: string;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
    room = (await owner.createRoom()).id;
  });
  afterAll(() => server.stop());

  const change = (method: 'PATCH' | 'DELETE', tag: string, wish?: object): Promise<Answer<ChangedTag & Refusal>> =>
    owner.ask(method, `${TAGS}/${encodeURIComponent(tag)}`, { body: wish });
  const merge = (tag: string, into: string): Promise<Answer<ChangedTag & Refusal>> =>
    owner.post(`${TAGS}/${encodeURIComponent(tag)}/merge`, { into });
  const tagsOf = async (post: Post): Promise<string[]> =>
    (await body(owner.get<Post>(`/api/rooms/${room}/posts/${post.id}`))).tags;
  const list = (query: string): Promise<AdminTagPage> => body(owner.get<AdminTagPage>(`${TAGS}?${query}`));
  const entries = (action: string): Promise<object[]> =>
    server.sql(`select actor_id, target_name, details from audit_entries where action = $1 order by id`, [action]);

  it('are renamed in every post, which its readers see', async () => {
    const post = await owner.createPost(room, { tags: ['first', 'Wrod', 'last'] });
    const socket = await owner.open(post.id);
    const { status, body: changed } = await change('PATCH', 'wrod', { name: '#Word/字' });
    expect([status, changed]).toEqual([200, { name: 'Word/字', changedPosts: 1 }]);
    const heard = await socket.waitFor('post', ({ id, tags }) => id === post.id && tags.includes('Word/字'));
    expect(heard.tags).toEqual(['first', 'Word/字', 'last']);
    expect(heard.version).toBeGreaterThan(post.version);
    expect(await entries('tag_renamed')).toEqual([
      { actor_id: owner.id, target_name: 'Wrod', details: { to: 'Word/字', posts: 1 } },
    ]);
    expect((await body(change('PATCH', 'Word/字', { name: 'WORD/字' }))).name).toBe('WORD/字');
  });

  it('are not renamed to that of another, to nothing, nor when there is none', async () => {
    const post = await owner.createPost(room, { tags: ['one', 'two'] });
    const taken = await change('PATCH', 'one', { name: 'TWO' });
    expect([taken.status, taken.body.code]).toEqual([409, 'tag_taken']);
    expect((await change('PATCH', 'one', { name: '#' })).status).toBe(422);
    expect((await change('PATCH', 'three', { name: 'four' })).status).toBe(404);
    expect(await tagsOf(post)).toEqual(['one', 'two']);
  });

  it('are merged: posts carry the other instead, once, in the place of the first', async () => {
    const both = await owner.createPost(room, { tags: ['good', 'x', 'bad'] });
    const only = await owner.createPost(room, { tags: ['bad', 'y'] });
    expect((await merge('bad', 'worse')).body.errors).toMatchObject([{ field: 'into', code: 'invalid' }]);
    expect((await merge('bad', 'BAD')).status).toBe(422);
    expect((await merge('worse', 'bad')).status).toBe(404);
    expect((await body(merge('BAD', 'Good'))).changedPosts).toBe(2);
    expect(await tagsOf(both)).toEqual(['good', 'x']);
    expect(await tagsOf(only)).toEqual(['good', 'y']);
    expect((await merge('bad', 'good')).status).toBe(404);
    expect(await entries('tags_merged')).toMatchObject([{ target_name: 'bad', details: { posts: 2 } }]);
  });

  it('are deleted', async () => {
    const post = await owner.createPost(room, { tags: ['stays', 'goes'] });
    expect((await body(change('DELETE', 'goes'))).changedPosts).toBe(1);
    expect(await tagsOf(post)).toEqual(['stays']);
    expect((await change('DELETE', 'goes')).status).toBe(404);
  });

  it('stay whole while posts get and lose them', async () => {
    const posts = await Promise.all(
      [1, 2, 3].map((n) => owner.createPost(room, { title: `T${n}`, tags: ['from', 'into'] })),
    );
    await owner.createPost(room, { tags: ['into'] });
    const retag = (post: Post, tags: string[]) => owner.patch(`/api/rooms/${room}/posts/${post.id}`, { tags });
    const answers = await Promise.all([
      ...posts.map((post) => retag(post, ['from'])),
      merge('from', 'into'),
      ...posts.map((post) => retag(post, ['into', 'from'])),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('are listed by name or by use', async () => {
    await owner.createPost(room, { tags: ['often', 'seldom'] });
    await owner.createPost(room, { tags: ['often'] });
    const { items, total } = await list('q=OFTEN');
    expect([items, total]).toEqual([[{ name: 'often', posts: 2 }], 1]);
    const all = await list('sort=posts&order=desc');
    const counts = all.items.map(({ posts }) => posts);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    const first = await list('limit=2');
    const second = await list(`limit=200&cursor=${first.nextCursor}`);
    expect(first.items.length + second.items.length).toBe(all.total);
  });

  describe('that only others’ private rooms use', () => {
    let ann: ChatUser;
    let closed: string;
    beforeAll(async () => {
      ann = await server.register('ann');
      closed = (await ann.createRoom({ visibility: 'private' })).id;
      await ann.createPost(closed, { tags: ['hidden', 'shared'] });
      await owner.createPost(room, { tags: ['shared'] });
    });

    const named = async (): Promise<string[]> => (await list('limit=200')).items.map(({ name }) => name);

    it('are not listed, and of others only the posts that the admin may read are counted', async () => {
      expect((await list('q=shared')).items).toEqual([{ name: 'shared', posts: 1 }]);
      expect(await list('q=hidden')).toMatchObject({ items: [], total: 0 });
      await ann.add(closed, owner);
      expect((await list('q=hidden')).items).toEqual([{ name: 'hidden', posts: 1 }]);
      expect((await list('q=shared')).items).toEqual([{ name: 'shared', posts: 2 }]);
      await body(ann.delete(`/api/rooms/${closed}/members/${owner.name}`));
    });

    it('are as if they were not there', async () => {
      const post = await ann.createPost(closed, { tags: ['secret'] });
      expect((await change('PATCH', 'secret', { name: 'known' })).status).toBe(404);
      expect((await change('DELETE', 'secret')).status).toBe(404);
      expect((await merge('secret', 'shared')).status).toBe(404);
      const into = await merge('shared', 'SECRET');
      expect([into.status, into.body.errors]).toMatchObject([422, [{ field: 'into', code: 'invalid' }]]);
      expect((await body(ann.get<Post>(`/api/rooms/${closed}/posts/${post.id}`))).tags).toEqual(['secret']);
      expect(await server.sql(`select from audit_entries where target_name ilike 'secret'`)).toEqual([]);
    });

    it('are no obstacle to a name: both are one from then on', async () => {
      const open = await owner.createPost(room, { tags: ['plain'] });
      const post = await ann.createPost(closed, { tags: ['Unspoken', 'plain'] });
      const renamed = await change('PATCH', 'plain', { name: 'unspoken' });
      expect([renamed.status, renamed.body]).toEqual([200, { name: 'unspoken', changedPosts: 1 }]);
      expect(await tagsOf(open)).toEqual(['unspoken']);
      expect((await body(ann.get<Post>(`/api/rooms/${closed}/posts/${post.id}`))).tags).toEqual(['unspoken']);
      expect((await list('q=unspoken')).items).toEqual([{ name: 'unspoken', posts: 1 }]);
    });

    it('are gone with the last post that carries them', async () => {
      const [edited, deleted, kept] = await Promise.all(
        ['edited', 'deleted', 'kept'].map((tag) => ann.createPost(closed, { title: tag, tags: [`was ${tag}`] })),
      );
      await body(ann.patch(`/api/rooms/${closed}/posts/${edited?.id}`, { tags: ['is edited'] }));
      await body(ann.post(`/api/rooms/${closed}/posts/${deleted?.id}/deletion`, { confirmTitle: 'deleted' }));
      expect(await stored('% edited', 'was deleted', 'was kept')).toEqual(['is edited', 'was kept']);
      expect((await body(ann.get<Post>(`/api/rooms/${closed}/posts/${kept?.id}`))).tags).toEqual(['was kept']);
      const other = await ann.createRoom({ name: 'Other', visibility: 'private' });
      await ann.createPost(other.id, { tags: ['was in a room', 'shared'] });
      await body(ann.post(`/api/rooms/${other.id}/deletion`, { confirmName: 'Other' }));
      expect(await stored('was in a room', 'shared', 'default')).toEqual(['default', 'shared']);
      expect(await named()).toEqual(expect.not.arrayContaining([expect.stringMatching(/^(was|is) /u)]));
    });
  });

  it.each(['İstanbul', 'ΟΔΟΣ', 'STRASSE'])('are the same in any case: %s', async (tag) => {
    const post = await owner.createPost(room, { tags: [tag, `${tag} too`] });
    const found = (path: string): Promise<{ items: { id: string }[] }> =>
      body(owner.get<{ items: { id: string }[] }>(`${path}tag=${encodeURIComponent(tag)}`));
    expect((await found(`/api/rooms/${room}/posts?`)).items).toMatchObject([{ id: post.id }]);
    expect((await found('/api/admin/posts?')).items).toMatchObject([{ id: post.id }]);
    const again = await owner.createPost(room, { tags: [tag, tag.toLowerCase()] });
    expect((await tagsOf(again))[0]).toBe(tag);
    expect((await change('PATCH', tag, { name: `${tag} new` })).status).toBe(200);
    expect((await change('DELETE', `${tag} new`)).status).toBe(200);
    expect(await tagsOf(post)).toEqual([`${tag} too`]);
  });

  it('are one where the database takes them for one', async () => {
    expect((await owner.createPost(room, { tags: ['Izmir', 'İzmir', 'last'] })).tags).toEqual(
      expect.arrayContaining(['Izmir', 'last']),
    );
  });

  it('are not lost while other posts lose them', async () => {
    const carriers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => owner.createPost(room, { title: `C${n}`, tags: ['passing'] })),
    );
    const takers = await Promise.all(
      carriers.map(async ({ id }, n) => {
        await body(owner.patch(`/api/rooms/${room}/posts/${id}`, { tags: [] }));
        return owner.createPost(room, { title: `N${n}`, tags: ['passing'] });
      }),
    );
    expect(await Promise.all(takers.map(tagsOf))).toEqual(takers.map(() => ['passing']));
  });

  async function stored(...patterns: string[]): Promise<unknown[]> {
    const rows = await server.sql('select name from tags where name like any($1) order by name', [patterns]);
    return rows.map(({ name }) => name);
  }
});
