import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AdminUser, AdminUserPage } from '#contracts/admin.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

const USERS = '/api/admin/users';

describe('the list of people', () => {
  let server: TestServer;
  let owner: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('Owner');
    const others = [];
    for (const displayName of ['bea', 'Ann', 'dev', '王磊', 'Cem']) {
      others.push(await server.register('x', { displayName }));
    }
    await owner.patch(`${USERS}/${others[1]!.id}`, { role: 'admin' });
    await owner.patch(`${USERS}/${others[2]!.id}`, { status: 'deactivated' });
    await others[0]!.createRoom();
    (await others[3]!.connect()).close();
    await server.sql(`update users set last_seen_at = '2026-01-01' where id = $1`, [others[0]!.id]);
    await server.sql(`update users set last_seen_at = '2026-02-01' where id = $1`, [others[3]!.id]);
  });
  afterAll(() => server.stop());

  const list = (query = ''): Promise<AdminUserPage> => body(owner.get<AdminUserPage>(`${USERS}${query}`));
  const names = (items: AdminUser[]): string[] => items.map(({ displayName }) => displayName);

  it.each([
    ['', ['Ann', 'bea', 'Cem', 'dev', 'Owner', '王磊']],
    ['?sort=name&order=desc', ['王磊', 'Owner', 'dev', 'Cem', 'bea', 'Ann']],
    ['?sort=created', ['Owner', 'bea', 'Ann', 'dev', '王磊', 'Cem']],
    ['?sort=lastSeen&order=desc', ['王磊', 'bea']],
    ['?role=admin', ['Ann']],
    ['?status=deactivated', ['dev']],
    ['?status=active&role=member', ['bea', 'Cem', '王磊']],
    ['?q=%E7%8E%8B', ['王磊']],
    ['?q=EA', ['bea']],
    ['?q=nobody', []],
  ])('%s', async (query, expected) => {
    const { items } = await list(query);
    expect(names(items).slice(0, expected.length || undefined)).toEqual(expected);
  });

  it('comes page by page, whatever it is sorted by, each person once', async () => {
    for (const sort of ['name', 'created', 'lastSeen']) {
      for (const order of ['asc', 'desc']) {
        const whole = names((await list(`?sort=${sort}&order=${order}`)).items);
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await list(`?sort=${sort}&order=${order}&limit=4${cursor ? `&cursor=${cursor}` : ''}`);
          expect(page.total).toBe(6);
          paged.push(...names(page.items));
          cursor = page.nextCursor;
        } while (cursor !== undefined);
        expect(paged).toEqual(whole);
      }
    }
    expect((await owner.get(`${USERS}?cursor=none`)).status).toBe(422);
    expect((await owner.get(`${USERS}?sort=email`)).status).toBe(422);
  });

  it('shows what only admins see', async () => {
    const { items } = await list('?q=bea');
    expect(items).toMatchObject([{ email: expect.stringContaining('@example.test'), roomCount: 1 }]);
  });

  it('is counted', async () => {
    const counts = await body(owner.get(`${USERS}/counts`));
    expect(counts).toEqual({ total: 6, admins: 2, active: 5, invited: 0, deactivated: 1 });
  });
});
