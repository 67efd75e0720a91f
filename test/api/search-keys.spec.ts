import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AdminPostPage, AdminRoomPage, AdminTagPage } from '#contracts/admin-content.dto.js';
import type { AdminUserPage } from '#contracts/admin.dto.js';
import type { Post, PostPage, TagPage } from '#contracts/post.dto.js';
import type { MembershipPage, Room, RoomPage } from '#contracts/room.dto.js';
import { matchesSearchKey } from '#contracts/search-key.js';
import type { User, UserPage } from '#contracts/user.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { expectSoon } from '../kit/eventually.js';

/** What is asked for, and whether 机器学习 and Café Lümen are found by it. */
const QUERIES: readonly (readonly [query: string, isChineseFound: boolean, isLatinFound: boolean])[] = [
  ['jqxx', true, false],
  ['jiqi', true, false],
  ['JIQI xuexi', true, false],
  ['学习', true, false],
  ['jixue', false, false],
  ['cafe', false, true],
  ['ＣＡＦÉ', false, true],
  ['lumen caf', false, true],
  ['caf_', false, false],
  ['%', false, false],
  ['', true, true],
];
const CHINESE = '机器学习';
const LATIN = 'Café Lümen';

describe('what is found by part of its name', () => {
  let server: TestServer;
  let owner: ChatUser;
  let guest: ChatUser;
  let rooms: Room[];
  let members: ChatUser[];
  beforeAll(async () => {
    server = await TestServer.start();
    [owner, guest] = [await server.register('owner'), await server.register('guest')];
    rooms = [await owner.createRoom({ name: CHINESE }), await owner.createRoom({ name: LATIN })];
    members = [
      await server.register('ann', { displayName: CHINESE }),
      await server.register('bob', { displayName: LATIN }),
    ];
    for (const member of members) await member.join(home());
    for (const title of [CHINESE, LATIN]) await owner.createPost(home(), { title, tags: [title] });
  });
  afterAll(() => server.stop());

  const home = (): string => String(rooms[0]?.id);

  const LISTS: Record<string, (query: string) => Promise<string[]>> = {
    '/api/rooms': async (query) => (await found<RoomPage>(guest, '/api/rooms', query)).items.map(({ name }) => name),
    '/api/users': async (query) =>
      (await found<UserPage>(guest, '/api/users', query)).items.map(({ displayName }) => displayName),
    '/api/rooms/:room/members': async (query) =>
      (await found<MembershipPage>(guest, `/api/rooms/${home()}/members`, query)).items.map(
        ({ user }) => user.displayName,
      ),
    '/api/rooms/:room/posts': async (query) =>
      (await found<PostPage>(guest, `/api/rooms/${home()}/posts`, query)).items.map(({ title }) => title),
    '/api/tags': async (query) => (await found<TagPage>(guest, '/api/tags', query)).items.map(({ name }) => name),
    '/api/admin/users': async (query) =>
      (await found<AdminUserPage>(owner, '/api/admin/users', query)).items.map(({ displayName }) => displayName),
    '/api/admin/rooms': async (query) =>
      (await found<AdminRoomPage>(owner, '/api/admin/rooms', query)).items.map(({ name }) => name),
    '/api/admin/posts': async (query) =>
      (await found<AdminPostPage>(owner, '/api/admin/posts', query)).items.map(({ title }) => title),
    '/api/admin/tags': async (query) =>
      (await found<AdminTagPage>(owner, '/api/admin/tags', query)).items.map(({ name }) => name),
  };

  function found<Page>(user: ChatUser, path: string, query: string): Promise<Page> {
    return body(user.get<Page>(`${path}?q=${encodeURIComponent(query)}`));
  }

  it.each(Object.keys(LISTS))('is found in %s', async (list) => {
    const asked = await Promise.all(
      QUERIES.map(async ([query]) => {
        const names = (await LISTS[list]?.(query)) ?? [];
        return [query, names.includes(CHINESE), names.includes(LATIN)];
      }),
    );
    expect(asked).toEqual(QUERIES);
  });

  it('is found by its key at the client as it is here', async () => {
    const [{ items }, { items: people }, { items: posts }, { items: tags }] = await Promise.all([
      found<RoomPage>(guest, '/api/rooms', ''),
      found<UserPage>(guest, '/api/users', ''),
      found<PostPage>(guest, `/api/rooms/${home()}/posts`, ''),
      found<TagPage>(guest, '/api/tags', ''),
    ]);
    const keysOf = (name: string): (string | undefined)[] => [
      items.find((room) => room.name === name)?.searchKey,
      people.find((user) => user.displayName === name)?.searchKey,
      posts.find(({ title }) => title === name)?.searchKey,
      tags.find((tag) => tag.name === name)?.searchKey,
    ];
    for (const [query, ...isFound] of QUERIES)
      for (const [index, name] of [CHINESE, LATIN].entries())
        expect([query, name, ...keysOf(name).map((key) => matchesSearchKey(key ?? '', query))]).toEqual([
          ...[query, name],
          ...Array.from({ length: 4 }, () => isFound[index]),
        ]);
  });

  it('is not found in what one may not read', async () => {
    const secret = await owner.createRoom({ name: '秘密花园', visibility: 'private' });
    await owner.createPost(secret.id, { title: '秘密花园', tags: ['秘密花园'] });
    const ask = async (user: ChatUser): Promise<[RoomPage, TagPage]> =>
      Promise.all([found<RoomPage>(user, '/api/rooms', 'mmhy'), found<TagPage>(user, '/api/tags', 'mmhy')]);
    expect((await ask(owner)).map(({ items }) => items.length)).toEqual([1, 1]);
    expect(await ask(guest)).toMatchObject([{ items: [], total: 0 }, { items: [] }]);
    const third = await server.register('third');
    await body(owner.ask('PATCH', `/api/admin/users/${third.id}`, { body: { role: 'admin' } }));
    const admins = await found<AdminPostPage>(third, '/api/admin/posts', 'mmhy');
    expect([admins.items, (await found<AdminTagPage>(third, '/api/admin/tags', 'mmhy')).items]).toEqual([[], []]);
  });

  it('follows its name', async () => {
    const [ann] = members as [ChatUser];
    const room = await owner.createRoom({ name: 'Before' });
    const post = await owner.createPost(room.id, { title: 'Before', tags: ['Before'] });
    const socket = await owner.open(post.id);
    const names = async (path: string, query: string): Promise<number> =>
      (await found<{ items: unknown[] }>(owner, path, query)).items.length;
    await body(owner.patch(`/api/rooms/${room.id}`, { name: '之后', slug: 'another-address' }));
    await body(owner.patch(`/api/rooms/${room.id}/posts/${post.id}`, { title: '之后' }));
    await body(owner.patch(`/api/admin/tags/Before`, { name: '之后' }));
    await body(ann.patch('/api/profiles/me', { displayName: '安娜' }));
    const lists = ['/api/rooms', `/api/rooms/${room.id}/posts`, '/api/tags', '/api/admin/tags'];
    for (const list of lists)
      expect([list, await names(list, 'zhihou'), await names(list, 'befor')]).toEqual([list, 1, 0]);
    expect([await names('/api/rooms', 'another-a'), await names('/api/users', 'anna')]).toEqual([1, 1]);
    expect(await names('/api/users', ann.name)).toBe(1);
    expect((await socket.waitFor('room', ({ name }) => name === '之后')).searchKey).toBe(
      '之后\nanother-address\nzh\nzhihou',
    );
    expect((await socket.waitFor('post', ({ title }) => title === '之后')).searchKey).toContain('zhihou');
  });

  it('is found by admins by its e-mail too, and by nobody else', async () => {
    const email = String(members[0]?.email.toUpperCase());
    expect((await found<AdminUserPage>(owner, '/api/admin/users', email)).items).toHaveLength(1);
    expect((await found<UserPage>(owner, '/api/users', email)).items).toEqual([]);
  });

  it('gets its key after the start when an older program made it, and is sent with one before', async () => {
    const tables = ['users', 'rooms', 'posts', 'tags'];
    const before = await Promise.all(
      tables.map((table) => server.sql(`select id, search_key, sort_key from ${table} order by id`)),
    );
    const keptKeys = await keysSent();
    expect(keptKeys).toEqual([expect.stringContaining('jqxx'), expect.stringContaining('anna'), 'chat']);
    for (const table of tables) await server.sql(`update ${table} set search_key = null, sort_key = null`);
    expect(await keysSent()).toEqual(keptKeys);
    expect((await found<RoomPage>(guest, '/api/rooms', 'jqxx')).items).toEqual([]);
    await server.restart();
    const keys = (): Promise<object[][]> =>
      Promise.all(tables.map((table) => server.sql(`select id, search_key, sort_key from ${table} order by id`)));
    await expectSoon(keys, before);
    for (const table of tables) await server.sql(`update ${table} set sort_key = null`);
    await server.restart();
    await expectSoon(keys, before);
    expect((await found<RoomPage>(guest.at(server.address), '/api/rooms', 'jqxx')).items).toHaveLength(1);
  });

  async function keysSent(): Promise<(string | undefined)[]> {
    const answers = await Promise.all([
      body(guest.get<Room>(`/api/rooms/${home()}`)),
      body(guest.get<User>(`/api/users/${String(members[0]?.name)}`)),
      body(guest.get<Post>(`/api/rooms/${home()}/posts/chat`)),
    ]);
    return answers.map(({ searchKey }) => searchKey);
  }
});
