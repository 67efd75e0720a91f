import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditPage } from '#contracts/audit.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';

const AUDIT = '/api/admin/audit';

describe('the audit log, read by admins', () => {
  let server: TestServer;
  let owner: ChatUser;
  let ann: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
    ann = await server.register('ann', { displayName: '=HYPERLINK("http://x")' });
    await owner.patch('/api/admin/settings', { name: 'Lantern' });
    await owner.patch(`/api/admin/users/${ann.id}`, { role: 'admin' });
    const room = await owner.createRoom({ name: '@SUM(1), "quoted"\u2028line' });
    await ann.put(`/api/admin/rooms/${room.id}/archive`);
    await owner.patch(`/api/admin/users/${ann.id}`, { role: 'member' });
  });
  afterAll(() => server.stop());

  const list = (query = ''): Promise<AuditPage> => body(owner.get<AuditPage>(AUDIT + query));
  const actions = async (query: string): Promise<string[]> => (await list(query)).items.map(({ action }) => action);

  it('tells who did what to whom, when and from where, the newest first', async () => {
    const { items, total } = await list('?limit=3');
    expect(total).toBe(5);
    expect(items).toMatchObject([
      {
        ...{ action: 'user_role_changed', ip: '127.0.0.1', actor: { id: owner.id, name: 'owner' } },
        target: { type: 'user', id: ann.id, name: '=HYPERLINK("http://x")' },
        details: { role: { from: 'admin', to: 'member' } },
      },
      { action: 'room_archived', actor: { id: ann.id, name: '=HYPERLINK("http://x")' } },
      { action: 'user_role_changed', details: { role: { from: 'member', to: 'admin' } } },
    ]);
    const times = items.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it('comes page by page, each entry once', async () => {
    const first = await list('?limit=3');
    const second = await list(`?limit=3&cursor=${first.nextCursor}`);
    expect(second.nextCursor).toBeUndefined();
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual((await list()).items.map(({ id }) => id));
    expect((await owner.get(`${AUDIT}?cursor=none`)).status).toBe(422);
  });

  it('is filtered', async () => {
    const [newest] = (await list('?limit=1')).items;
    expect(await actions(`?actorId=${ann.id}`)).toEqual(['room_archived']);
    expect(await actions('?action=settings_changed')).toEqual(['settings_changed']);
    expect(await actions(`?targetType=user&targetId=${ann.id}`)).toEqual(['user_role_changed', 'user_role_changed']);
    expect(await actions('?q=hyperlink')).toHaveLength(3);
    expect(await actions(`?from=${newest!.at}`)).toContain('user_role_changed');
    expect(await actions(`?to=${newest!.at}`)).not.toHaveLength(5);
    expect(await actions('?to=2020-01-01')).toEqual([]);
    for (const wrong of ['?action=deleted', '?actorId=me', '?from=yesterday', '?targetType=cat'])
      expect((await owner.get(AUDIT + wrong)).status).toBe(422);
  });

  it('takes moments that are the same everywhere', async () => {
    const [newest] = (await list('?limit=1')).items;
    const inTibet = new Date(Date.parse(newest!.at) + 6 * 3_600_000).toISOString().replace('Z', '%2B06:00');
    expect(await actions(`?from=${inTibet}`)).toEqual(await actions(`?from=${newest!.at}`));
    for (const wrong of ['2026', '2026-05', '2026-W01-1', '2026-02-30', '2026-05-31T12:00', '0000-01-01'])
      for (const path of [AUDIT, `${AUDIT}.csv`, '/api/admin/messages'])
        for (const edge of ['from', 'to']) {
          const { status, body: refusal } = await owner.get(`${path}?${edge}=${wrong}`);
          expect([status, refusal.errors?.map(({ field }) => field)]).toEqual([422, [edge]]);
        }
    const cursor = Buffer.from(JSON.stringify(['May 2026', owner.id])).toString('base64url');
    for (const path of [AUDIT, '/api/admin/users?sort=created'])
      expect((await owner.get(`${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`)).status).toBe(422);
  });

  it('is taken as a table whose cells are no formulas, and that is recorded', async () => {
    const { status, headers, bytes } = await download(owner, `${AUDIT}.csv?q=ann`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('content-disposition')).toBe('attachment; filename="audit.csv"');
    expect(bytes.toString()).toContain('at,actorId,actor,action');
    expect((await list('?limit=1')).items).toMatchObject([{ action: 'audit_exported', details: { q: 'ann' } }]);
    const whole = (await download(owner, `${AUDIT}.csv`)).bytes.toString();
    const lines = whole.trim().split('\r\n');
    expect(lines).toHaveLength((await list()).total! + 1);
    expect(whole).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(whole).toContain(`"'@SUM(1), ""quoted""`);
    expect(whole).not.toMatch(/(^|,)"?[=+@\t-]/mu);
  });

  it('comes as a table however long it is', async () => {
    await server.sql(
      `insert into audit_entries (id, at, actor_name, action, target_type)
       select gen_random_uuid(), now() - n * interval '1 second', 'Roomers', 'job_retried', 'job' from generate_series(1, 1200) n`,
    );
    const { bytes } = await download(owner, `${AUDIT}.csv?action=job_retried`);
    expect(bytes.toString().trim().split('\r\n')).toHaveLength(1_201);
  });

  it('is refused, or breaks off, when it cannot be read to the end; nothing else fails with it', async () => {
    // A moment that is none: as when the database is lost while it is read.
    const plant = (at: string, action: string, count: number) =>
      server.sql(
        `insert into audit_entries (id, at, actor_name, action, target_type)
         select gen_random_uuid(), $1::timestamptz, 'Roomers', $2, 'tag' from generate_series(1, $3)`,
        [at, action, count],
      );
    await plant('infinity', 'tags_merged', 1);
    const refused = await owner.get(`${AUDIT}.csv?action=tags_merged`);
    expect([refused.status, refused.body.code]).toEqual([500, 'internal_error']);
    await plant('2026-01-01', 'tag_deleted', 600);
    await plant('-infinity', 'tag_deleted', 1);
    await expect(download(owner, `${AUDIT}.csv?action=tag_deleted`)).rejects.toThrow();
    expect(await actions('?action=audit_exported&q=owner')).not.toEqual([]);
  });
});
