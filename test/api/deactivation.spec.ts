import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Problem } from '#contracts/problem.dto.js';
import type { User } from '#contracts/user.dto.js';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { expectSoon } from '../kit/eventually.js';

describe('an account that its user gives up', () => {
  let server: TestServer;
  let owner: ChatUser;
  let ann: ChatUser;
  let bob: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
  });
  beforeEach(async () => {
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());

  const leave = (user: ChatUser, wish: object = {}): Promise<Answer<Problem & Refusal>> =>
    user.post('/api/users/me/deactivation', { password: user.password, confirmUsername: user.name, ...wish });
  const statusOf = async ({ id }: ChatUser): Promise<unknown> =>
    (await server.sql<{ status: string }>('select status from users where id = $1', [id]))[0]?.status;

  it.each<[object, string]>([
    [{ password: 'not this one' }, 'password password_wrong'],
    [{ password: '' }, 'password required'],
    [{ confirmUsername: 'somebody' }, 'confirmUsername confirmation_wrong'],
    [{ confirmUsername: undefined }, 'confirmUsername required'],
    [{ confirmUsername: 'a\0' }, 'confirmUsername text_invalid'],
    [{ status: 'deactivated' }, 'status unknown_field'],
  ])('stays in use with %j', async (wish, problem) => {
    const answer = await leave(bob, wish);
    const { field, code } = answer.body.errors![0]!;
    expect([answer.status, `${field} ${code}`, await statusOf(bob)]).toEqual([422, problem, 'active']);
    expect((await bob.get('/api/users/me')).status).toBe(200);
  });

  it('is out everywhere at once; what its user wrote stays, as by somebody who is gone', async () => {
    const room = await ann.createRoom();
    await bob.join(room.slug);
    const sent = await bob.send(room.chatPost.id, 'goodbye');
    const [anns, bobs] = [await ann.open(room.chatPost.id), await bob.connect()];
    const left = await leave(bob, { confirmUsername: bob.name.toUpperCase() });
    expect([left.status, left.cookies['refresh']]).toEqual([204, '']);
    await bobs.closed(1_000);
    expect((await anns.waitFor('user', ({ id }) => id === bob.id)).status).toBe('deactivated');
    expect((await bob.get('/api/users/me')).body.code).toBe('session_ended');
    const cookie = { cookie: `refresh=${bob.refreshCookie}` };
    expect((await server.ask('/api/auth/refresh', { method: 'POST', headers: cookie })).status).toBe(401);
    const again = { method: 'POST', body: { login: bob.name, password: bob.password } };
    expect((await server.ask<Refusal>('/api/auth/login', again)).body.code).toBe('wrong_credentials');
    const { items } = await body(ann.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`));
    expect(items.find(({ id }) => id === sent.id)).toMatchObject({ text: 'goodbye', state: 'live', authorId: bob.id });
    expect((await body(ann.get<User>(`/api/users/${bob.name}`))).status).toBe('deactivated');
    expect(await server.sql('select actor_id, ip from audit_entries where target_id = $1', [bob.id])).toEqual([
      { actor_id: bob.id, ip: '127.0.0.1' },
    ]);
  });

  it('is not the organisation’s owner’s', async () => {
    const answer = await leave(owner);
    expect([answer.status, answer.body.code, await statusOf(owner)]).toEqual([409, 'last_owner', 'active']);
  });

  it('owns no rooms: they are named, until each is handed over or deleted', async () => {
    const [kept, ended] = [await bob.createRoom({ name: 'A' }), await bob.createRoom({ visibility: 'private' })];
    await ann.join(kept.slug);
    const answer = await leave(bob);
    expect([answer.status, answer.body.code, await statusOf(bob)]).toEqual([409, 'owns_rooms', 'active']);
    expect(answer.body.rooms).toEqual([kept, ended].map(({ id, slug, name }) => ({ id, slug, name })));
    expect((await bob.get('/api/users/me')).status).toBe(200);
    await body(bob.put(`/api/rooms/${kept.id}/members/${ann.name}`, { role: 'owner' }));
    expect((await leave(bob)).body.rooms).toHaveLength(1);
    await body(bob.post(`/api/rooms/${ended.id}/deletion`, { confirmName: ended.name }));
    expect((await leave(bob)).status).toBe(204);
  });

  it('gets none at the same moment: neither one that is handed over, nor one that its user makes', async () => {
    const room = await ann.createRoom();
    await ann.add(room.id, bob);
    const others = await ann.createRoom();
    const letGoOn = await server.lock('audit_entries');
    const leaving = leave(bob);
    await waiting(1);
    const late = [
      ann.put(`/api/rooms/${room.id}/members/${bob.name}`, { role: 'owner' }),
      owner.put(`/api/admin/rooms/${others.id}/owner`, { username: bob.name }),
      bob.post('/api/rooms', { name: 'Late' }),
    ];
    await waiting(4);
    await letGoOn();
    expect((await leaving).status).toBe(204);
    expect((await Promise.all(late)).map(({ status }) => status)).toEqual([404, 404, 403]);
    expect(await server.sql('select from rooms where owner_id = $1', [bob.id])).toEqual([]);
  });

  /** Until so many statements wait for others. */
  const waiting = (count: number): Promise<void> =>
    expectSoon(
      async () =>
        (
          await server.sql(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          )
        ).length,
      count,
    );

  it('is given up once by two who do it at once', async () => {
    const both = await Promise.all([leave(bob), leave(bob)]);
    expect(both.map(({ status }) => status)).toContain(204);
    expect(await statusOf(bob)).toBe('deactivated');
  });

  it('comes back by an admin, with what it had', async () => {
    const room = await ann.createRoom();
    await bob.join(room.slug);
    await leave(bob);
    await body(owner.patch(`/api/admin/users/${bob.id}`, { status: 'active' }));
    const signIn = { method: 'POST', body: { login: bob.name, password: bob.password } };
    expect((await server.ask('/api/auth/login', signIn)).status).toBe(200);
    const { items } = await body(ann.get<{ items: { user: User }[] }>(`/api/rooms/${room.id}/members`));
    expect(items.map(({ user }) => user.id)).toContain(bob.id);
  });

  it('was last seen when its session went on, though no connection of it ended', async () => {
    const seen = async (): Promise<string | undefined> =>
      (await body(ann.get<User>(`/api/users/${bob.name}`))).lastSeenAt;
    expect(await seen()).toBeUndefined();
    const cookie = { cookie: `refresh=${bob.refreshCookie}` };
    await body(server.ask('/api/auth/refresh', { method: 'POST', headers: cookie }));
    expect(Date.now() - Date.parse((await seen())!)).toBeLessThan(5_000);
  });
});
