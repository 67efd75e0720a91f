import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkResults, ChangedUser, EndedSessions } from '#contracts/admin.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

const USERS = '/api/admin/users';

describe('people, kept by admins', () => {
  let server: TestServer;
  let owner: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
  });
  afterAll(() => server.stop());

  const change = (actor: ChatUser, target: ChatUser, wish: object) =>
    actor.patch<ChangedUser & { code: string }>(`${USERS}/${target.id}`, wish);
  const makeAdmin = async (name: string): Promise<ChatUser> => {
    const admin = await server.register(name);
    await body(change(owner, admin, { role: 'admin' }));
    return admin;
  };
  const owners = (): Promise<{ id: string }[]> => server.sql(`select id from users where role = 'owner'`);
  const entries = (targetId: string): Promise<{ action: string; actor_id: string; details: object }[]> =>
    server.sql(
      `select action, actor_id, details, target_name, ip from audit_entries where target_id = $1 order by id`,
      [targetId],
    );

  describe('are changed', () => {
    it('by nobody upwards of themselves, and by no admin upon another', async () => {
      const [one, other] = [await makeAdmin('one'), await makeAdmin('other')];
      const before = await server.sql('select id, role, status from users order by id');
      const refused: [ChatUser, ChatUser, object][] = [
        [one, one, { role: 'member' }],
        [one, other, { role: 'member' }],
        [one, other, { status: 'deactivated' }],
        [one, owner, { status: 'deactivated' }],
        [owner, owner, { status: 'deactivated' }],
      ];
      for (const [actor, target, wish] of refused)
        expect((await change(actor, target, wish)).status).toBeGreaterThan(400);
      for (const target of [other, owner]) {
        expect((await one.post(`${USERS}/${target.id}/sessions/ending`)).status).toBeGreaterThan(400);
        expect((await one.post(`${USERS}/${target.id}/ownership`)).status).toBe(403);
      }
      expect(await server.sql('select id, role, status from users order by id')).toEqual(before);
      expect((await other.get('/api/users/me')).status).toBe(200);
    });

    it('by no session of an admin who is out of use', async () => {
      const [admin, member] = [await makeAdmin('gone'), await server.register('member')];
      expect((await admin.get(USERS)).status).toBe(200);
      await body(change(owner, admin, { status: 'deactivated' }));
      const refused = await change(admin, member, { status: 'deactivated' });
      expect([refused.status, refused.body.code]).toEqual([401, 'session_ended']);
    });

    it('and recorded, with who did it, to whom, from what to what', async () => {
      const member = await server.register('recorded');
      await change(owner, member, { role: 'admin' });
      await change(owner, member, { role: 'admin' });
      await change(owner, member, { status: 'deactivated' });
      await change(owner, member, { status: 'active' });
      const by = { actor_id: owner.id, target_name: 'recorded', ip: '127.0.0.1' };
      expect(await entries(member.id)).toEqual([
        { action: 'user_role_changed', details: { role: { from: 'member', to: 'admin' } }, ...by },
        { action: 'user_deactivated', details: {}, ...by },
        { action: 'user_reactivated', details: {}, ...by },
      ]);
    });

    it('with an answer that names the rooms which a deactivated person owns', async () => {
      const member = await server.register('keeper');
      const room = await member.createRoom({ name: 'Orphaned' });
      const { user, ownedRooms } = await body(change(owner, member, { status: 'deactivated' }));
      expect([user.status, ownedRooms]).toEqual(['deactivated', [{ id: room.id, slug: room.slug, name: 'Orphaned' }]]);
      expect((await body(change(owner, member, { status: 'active' }))).ownedRooms).toEqual([]);
      const signIn = { login: member.name, password: member.password };
      expect((await server.ask('/api/auth/login', { method: 'POST', body: signIn })).status).toBe(200);
    });
  });

  it('two admins who are deactivated by each other and by the owner at once end in one order or the other', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [admin, member] = [await makeAdmin('racing'), await server.register('member')];
      const [unmade, deactivated] = await Promise.all([
        change(owner, admin, { role: 'member' }),
        change(admin, member, { status: 'deactivated' }),
      ]);
      expect(unmade.status).toBe(200);
      const [row] = await server.sql<{ status: string }>('select status from users where id = $1', [member.id]);
      expect([deactivated.status, row?.status]).toEqual(
        deactivated.status === 200 ? [200, 'deactivated'] : [403, 'active'],
      );
    }
  });

  describe('the organisation', () => {
    it('is handed over by its owner alone, who stays an admin', async () => {
      const [admin, heir] = [await makeAdmin('admin'), await server.register('heir')];
      expect((await admin.post(`${USERS}/${heir.id}/ownership`)).status).toBe(403);
      expect((await owner.post(`${USERS}/${owner.id}/ownership`)).status).toBe(403);
      const { user } = await body(owner.post<ChangedUser>(`${USERS}/${heir.id}/ownership`));
      expect(user.role).toBe('owner');
      expect(await owners()).toEqual([{ id: heir.id }]);
      expect((await owner.get(USERS)).status).toBe(200);
      expect((await change(owner, admin, { role: 'member' })).status).toBe(403);
      await body(heir.post(`${USERS}/${owner.id}/ownership`));
      expect(await owners()).toEqual([{ id: owner.id }]);
    });

    it('goes to one of two to whom it is given at once', async () => {
      const heirs = await server.registerAll('first', 'second');
      const answers = await Promise.all(heirs.map((heir) => owner.post(`${USERS}/${heir.id}/ownership`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
      const heir = heirs[answers.findIndex(({ status }) => status === 200)]!;
      expect(await owners()).toEqual([{ id: heir.id }]);
      await body(heir.post(`${USERS}/${owner.id}/ownership`));
    });

    it('does not go to an account out of use', async () => {
      const gone = await server.register('gone');
      await change(owner, gone, { status: 'deactivated' });
      expect((await owner.post(`${USERS}/${gone.id}/ownership`)).status).toBe(403);
      expect(await owners()).toEqual([{ id: owner.id }]);
    });
  });

  it('an admin signs somebody out everywhere', async () => {
    const [admin, member] = [await makeAdmin('admin'), await server.register('member')];
    const socket = await member.connect();
    const { ended } = await body(admin.post<EndedSessions>(`${USERS}/${member.id}/sessions/ending`));
    expect(ended).toBe(1);
    await socket.closed(1_000);
    expect((await member.get('/api/users/me')).status).toBe(401);
    expect(await entries(member.id)).toMatchObject([{ action: 'user_sessions_ended', details: { sessions: 1 } }]);
  });

  it('what is done to many says of each whether it was done, and why not', async () => {
    const admin = await makeAdmin('admin');
    const [one, two] = await server.registerAll('one', 'two');
    const nobody = '019a0000-0000-7000-8000-000000000000';
    const ids = [one.id, owner.id, nobody, admin.id, two.id];
    const { results } = await body(admin.post<BulkResults>(`${USERS}/bulk`, { action: 'deactivate', ids }));
    expect(results.map(({ id, isDone, code }) => [id, isDone, code])).toEqual([
      [one.id, true, undefined],
      [owner.id, false, 'last_owner'],
      [nobody, false, 'not_found'],
      [admin.id, false, 'forbidden'],
      [two.id, true, undefined],
    ]);
    expect((await one.get('/api/users/me')).status).toBe(401);
    const wrong = [
      { action: 'delete', ids: [one.id] },
      { action: 'deactivate', ids: ['one'] },
      { action: 'deactivate', ids: [one.id, one.id] },
      { action: 'deactivate' },
    ];
    for (const wish of wrong) expect((await admin.post(`${USERS}/bulk`, wish)).status).toBe(422);
  });
});
