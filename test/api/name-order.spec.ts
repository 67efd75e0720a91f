import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

/** As names follow each other, in whatever order they were given. */
const NAMES = [
  '安娜',
  'Anton',
  '陈 Chen',
  'Émile',
  'İdari',
  'Ideas',
  'Insights',
  '李雷',
  '林涛',
  '绿 1',
  'Team 2',
  'Team 10',
  '西安',
  '先',
  '张三',
  '章三',
  '张四',
  'Zoe',
  'ΟΔΟΣ',
  'ΟΔΟΣ Α',
];
/** As long as a name may be, in signs that take the most room. */
const LONG = '😀'.repeat(59);
const LISTS = {
  '/api/rooms?': 'name',
  '/api/rooms/:room/members?': 'user.displayName',
  '/api/admin/rooms?sort=name&': 'name',
  '/api/admin/posts?sort=title&': 'title',
  '/api/admin/tags?sort=name&': 'name',
  '/api/admin/users?sort=name&': 'displayName',
};

interface Page {
  items: Record<string, unknown>[];
  nextCursor?: string;
}

describe('lists by name', () => {
  let server: TestServer;
  let owner: ChatUser;
  let room: string;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
    const given = [LONG, `${LONG}!`, ...NAMES.toReversed()];
    for (const name of given) room = (await owner.createRoom({ name })).id;
    for (const title of given) await owner.createPost(room, { title, tags: [title.slice(0, 40)] });
    const people = await Promise.all(given.map((displayName) => server.register('person', { displayName })));
    await Promise.all(people.map((person) => person.join(room)));
  });
  afterAll(() => server.stop());

  /** The names on all pages of a list. */
  async function follow(list: string, name: string, limit: number): Promise<unknown[]> {
    const names: unknown[] = [];
    let cursor: string | undefined;
    do {
      const place = cursor === undefined ? '' : `&cursor=${cursor}`;
      const page: Page = await body(owner.get<Page>(`${list.replace(':room', room)}limit=${limit}${place}`));
      names.push(...page.items.map((item) => read(item, name)));
      cursor = page.nextCursor;
    } while (cursor !== undefined && names.length < 100);
    return names;
  }

  const read = (item: unknown, path: string): unknown =>
    path.split('.').reduce((value, key) => (value as Record<string, unknown>)[key], item);

  it.each(Object.entries(LISTS))('are in the order that people know, page by page: %s', async (list, name) => {
    const whole = await follow(list, name, 200);
    expect(whole.filter((found) => NAMES.includes(String(found)))).toEqual(NAMES);
    for (const limit of [1, 7]) expect(await follow(list, name, limit)).toEqual(whole);
    if (list.includes('sort=')) expect(await follow(`${list}order=desc&`, name, 1)).toEqual(whole.toReversed());
  });
});
