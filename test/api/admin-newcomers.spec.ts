import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AdminUserPage, ChangedUser, CreatedUser, PasswordLink, UserCounts } from '#contracts/admin.dto.js';
import type { Membership, Room } from '#contracts/room.dto.js';
import { body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

const USERS = '/api/admin/users';

describe('an account that an admin makes', () => {
  let server: TestServer;
  let owner: ChatUser;
  let admin: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
    admin = await server.register('admin');
    await owner.patch(`${USERS}/${admin.id}`, { role: 'admin' });
  });
  afterAll(() => server.stop());

  const create = (wish: object, who = admin) => who.post<CreatedUser & Refusal>(USERS, wish);
  const wish = (username: string): object => ({ username, email: `${username}@example.test` });
  const signIn = async (login: string, password: string): Promise<number> =>
    (await server.ask('/api/auth/login', { method: 'POST', body: { login, password } })).status;
  const setPassword = async ({ url }: PasswordLink, newPassword: string): Promise<number> => {
    const token = url.split('#')[1];
    return (await server.ask('/api/auth/password-links', { method: 'POST', body: { token, newPassword } })).status;
  };

  it('is entered by the link alone, once', async () => {
    const { status, body: created } = await create({ ...wish('lei'), displayName: '王磊' });
    expect([status, created.user.displayName, created.user.role]).toEqual([201, '王磊', 'member']);
    expect(await signIn('lei', '')).toBe(422);
    expect(await signIn('lei', 'correct horse battery')).toBe(401);
    expect(await setPassword(created.passwordLink, 'a password of lei')).toBeLessThan(300);
    expect(await signIn('lei', 'a password of lei')).toBe(200);
    expect(await setPassword(created.passwordLink, 'another of somebody')).toBeGreaterThan(400);
    const token = created.passwordLink.url.split('#')[1]!;
    const kept = await server.sql(`select action, details::text from audit_entries where target_id = $1`, [
      created.user.id,
    ]);
    expect(kept).toEqual([{ action: 'user_created', details: '{"role": "member", "username": "lei"}' }]);
    expect(server.log).not.toContain(token);
  });

  it('is invited until its user comes', async () => {
    const { user, passwordLink } = await body(create(wish('new')));
    const invited = async (): Promise<[boolean, number]> => {
      const { items } = await body(admin.get<AdminUserPage>(`${USERS}?status=invited`));
      return [items.some(({ id }) => id === user.id), (await body(admin.get<UserCounts>(`${USERS}/counts`))).invited];
    };
    const [isThere, before] = await invited();
    expect([user.status, isThere]).toEqual(['invited', true]);
    const socket = await owner.connect();
    expect(await setPassword(passwordLink, 'a password of new')).toBeLessThan(300);
    expect((await socket.waitFor('user', ({ id }) => id === user.id)).status).toBe('active');
    expect(await invited()).toEqual([false, before - 1]);
    expect(await signIn('new', 'a password of new')).toBe(200);
  });

  it('can be in rooms before, but not own them', async () => {
    const { user } = await body(create(wish('early')));
    const room = await admin.createRoom();
    const member = `/api/rooms/${room.id}/members/early`;
    expect((await admin.put(member, { role: 'owner' })).status).toBe(404);
    expect((await body(admin.put<Membership>(member, {}))).user).toMatchObject({ id: user.id, status: 'invited' });
    expect((await admin.put(member, { role: 'owner' })).status).toBe(404);
    expect((await body(admin.get<Room>(`/api/rooms/${room.id}`))).ownerId).toBe(admin.id);
  });

  it('is refused with what is wrong, and made an admin by the owner alone', async () => {
    await create(wish('mei'));
    expect((await create(wish('mei'))).body.code).toBe('username_taken');
    expect((await create({ username: 'mei2', email: 'MEI@example.test' })).body.code).toBe('email_taken');
    expect((await create({ username: 'M!', email: 'x' })).body.errors).toHaveLength(2);
    expect((await create({ ...wish('boss'), role: 'owner' })).status).toBe(422);
    expect((await create({ ...wish('boss'), role: 'admin' })).status).toBe(403);
    expect((await body(create({ ...wish('boss'), role: 'admin' }, owner))).user.role).toBe('admin');
  });

  it('gets another link when the first is lost; nobody gets one to an account above or out of use', async () => {
    const { user, passwordLink } = await body(create(wish('yun')));
    const again = await body(admin.post<PasswordLink>(`${USERS}/${user.id}/password-link`));
    expect(await setPassword(passwordLink, 'a password of yun')).toBeGreaterThan(400);
    expect(await setPassword(again, 'a password of yun')).toBeLessThan(300);
    const gone = await server.register('gone');
    await admin.patch(`${USERS}/${gone.id}`, { status: 'deactivated' });
    for (const { id } of [owner, admin, gone])
      expect((await admin.post(`${USERS}/${id}/password-link`)).status).toBeGreaterThan(400);
    expect((await owner.post(`${USERS}/${admin.id}/password-link`)).status).toBe(201);
    const made = await server.sql(
      `select target_id from audit_entries where action = 'password_link_made' order by id`,
    );
    expect(made).toEqual([{ target_id: user.id }, { target_id: admin.id }]);
  });

  it('is out of use and back as it was; nobody comes by a link meanwhile, and no admin comes for them', async () => {
    const { user, passwordLink } = await body(create(wish('put')));
    const path = `${USERS}/${user.id}`;
    const set = async (status: string) => (await admin.patch<ChangedUser>(path, { status })).body.user;
    expect((await admin.patch(path, { status: 'active' })).status).toBe(403);
    expect((await set('deactivated')).status).toBe('deactivated');
    expect(await setPassword(passwordLink, 'a password of put')).toBe(404);
    expect((await set('active')).status).toBe('invited');
    const link = await body(admin.post<PasswordLink>(`${path}/password-link`));
    expect(await setPassword(link, 'a password of put')).toBeLessThan(300);
    await set('deactivated');
    expect((await set('active')).status).toBe('active');
  });
});
