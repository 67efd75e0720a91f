import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Post, PostPage, PostRevisionPage } from '#contracts/post.dto.js';
import type { Problem } from '#contracts/problem.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('a post that is edited', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let visitor: ChatUser;
  let room: Room;
  let topic: Post;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob, visitor] = await server.registerAll('ann', 'bob', 'visitor');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await bob.join(room.slug);
    topic = await bob.createPost(room.id, { title: 'First', about: 'one', tags: ['a', 'b', 'c'] });
  });

  const at = (rest = ''): string => `/api/rooms/${room.id}/posts/${topic.id}${rest}`;
  const edit = <Body = Post>(user: ChatUser, change: object) => user.patch<Body>(at(), change);
  const revisions = async (query = '', user = bob): Promise<PostRevisionPage> =>
    body(user.get<PostRevisionPage>(at(`/revisions${query}`)));
  const titles = (page: { items: { title: string }[] }): string[] => page.items.map(({ title }) => title);

  it('keeps what it was called and said, who changed it and when', async () => {
    const begun = Date.now();
    await body(edit(ann, { title: 'Second' }));
    await body(edit(bob, { about: 'two', tags: ['z'] }));
    const page = await revisions('', visitor);
    expect(page).toMatchObject({ total: 3, most: 100 });
    expect(page.items.map(({ title, about, editorId }) => [title, about, editorId])).toEqual([
      ['Second', 'two', bob.id],
      ['Second', 'one', ann.id],
      ['First', 'one', bob.id],
    ]);
    expect(page.items.every(({ at }) => Math.abs(Date.parse(at) - begun) < 10_000)).toBe(true);
    const first = await revisions('?limit=2');
    expect(titles(await revisions(`?limit=2&cursor=${first.nextCursor}`))).toEqual(['First']);
    expect((await bob.get(at('/revisions?cursor=x'))).status).toBe(422);
  });

  it('gets no revision by what changes neither title nor about, and no version by what changes nothing', async () => {
    await body(edit(ann, { tags: ['x'], state: 'resolved' }));
    const { version } = await body(bob.get<Post>(at()));
    for (const same of [{ title: 'First' }, { about: 'one', tags: ['X'] }, { state: 'resolved' }])
      expect((await body(edit(bob, same))).version).toBe(version);
    expect((await revisions()).total).toBe(1);
  });

  it('keeps the last hundred revisions', async () => {
    await server.sql(
      `insert into post_revisions select post_id, version - n, 'older', about, editor_id, at from post_revisions, generate_series(1, 99) n where post_id = $1`,
      [topic.id],
    );
    await body(edit(bob, { title: 'Last' }));
    const page = await revisions('?limit=200');
    expect([page.total, titles(page)[0], titles(page).filter((title) => title === 'older').length]).toEqual([
      100,
      'Last',
      98,
    ]);
  });

  it('shows its history to nobody who may not read it, and no chat has one', async () => {
    await ann.patch(`/api/rooms/${room.id}`, { visibility: 'private' });
    expect((await visitor.get(at('/revisions'))).status).toBe(404);
    expect((await revisions()).total).toBe(1);
    expect(await body(bob.get(`/api/rooms/${room.id}/posts/chat/revisions`))).toEqual({
      items: [],
      total: 0,
      most: 100,
    });
  });

  it('refuses a title or about that was written on an older one, and says what is there now', async () => {
    const changed = await body(edit(ann, { title: 'By ann' }));
    const stale = await edit<Problem>(bob, { about: 'by bob', baseVersion: topic.version });
    expect(stale.body).toMatchObject({
      status: 409,
      code: 'stale_edit',
      currentPost: { title: 'By ann', about: 'one', version: changed.version, editorId: ann.id },
    });
    expect(await body(bob.get<Post>(at()))).toMatchObject({ title: 'By ann', about: 'one', version: changed.version });
    expect((await revisions()).total).toBe(2);
    const { version } = await body(edit(bob, { about: 'by bob', baseVersion: changed.version }));
    // An answer that was lost: the same again.
    expect((await body(edit(bob, { about: 'by bob', baseVersion: changed.version }))).version).toBe(version);
    for (const baseVersion of [0, 'x', null])
      expect((await edit<Problem>(bob, { about: 'x', baseVersion })).body.errors?.[0]?.field).toBe('baseVersion');
  });

  it('takes a title on an older version when only tags, picture or state changed meanwhile', async () => {
    await body(edit(ann, { tags: ['x'], state: 'resolved' }));
    expect((await body(edit(bob, { title: 'Fresh', baseVersion: topic.version }))).title).toBe('Fresh');
  });

  it('takes one of two edits that begin on the same version at once', async () => {
    const answers = await Promise.all(
      [ann, bob].map((user) => edit(user, { title: `By ${user.name}`, baseVersion: topic.version })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await revisions()).total).toBe(2);
  });

  it('loses the tags that are left out, and all of them', async () => {
    expect((await body(edit(bob, { tags: ['c', 'a'] }))).tags).toEqual(['c', 'a']);
    expect((await body(edit(ann, { tags: [] }))).tags).toEqual([]);
    expect(titles(await body(bob.get<PostPage>(`/api/rooms/${room.id}/posts?tag=a`)))).toEqual([]);
  });
});

describe('a list of posts', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom();
    await bob.join(room.slug);
    const first = await ann.createPost(room.id, { title: 'One', tags: ['x'] });
    await bob.createPost(room.id, { title: 'Two', tags: ['x'] });
    await ann.createPost(room.id, { title: 'Three' });
    await bob.send(first.id);
  });
  afterAll(() => server.stop());

  const list = async (query: string): Promise<string[]> =>
    (await body(bob.get<PostPage>(`/api/rooms/${room.id}/posts${query}`))).items.map(({ title }) => title);

  it('begins with the most recently active, or with the newest', async () => {
    expect(await list('')).toEqual(['One', 'Three', 'Two', 'Chat']);
    expect(await list('?sort=activity')).toEqual(await list(''));
    expect(await list('?sort=newest')).toEqual(['Three', 'Two', 'One', 'Chat']);
    expect((await bob.get(`/api/rooms/${room.id}/posts?sort=oldest`)).status).toBe(422);
  });

  it('goes on where its page ended, in either order', async () => {
    for (const sort of ['activity', 'newest']) {
      const found: string[] = [];
      let cursor = '';
      do {
        const page = await body(
          bob.get<PostPage>(`/api/rooms/${room.id}/posts?limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`),
        );
        found.push(...page.items.map(({ title }) => title));
        cursor = page.nextCursor ?? '';
      } while (cursor);
      expect(found).toEqual(await list(`?sort=${sort}`));
    }
  });

  it('holds those of one author, alone or with other wishes', async () => {
    expect(await list(`?author=${ann.name}`)).toEqual(['One', 'Three', 'Chat']);
    expect(await list(`?author=${bob.name.toUpperCase()}`)).toEqual(['Two']);
    expect(await list(`?author=${ann.name}&tag=x&sort=newest`)).toEqual(['One']);
    expect(await list('?author=nobody')).toEqual([]);
  });
});
