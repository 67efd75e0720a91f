import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Refusal } from '../kit/api/answer.js';
import { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('accounts, changed by admins', () => {
  let server: TestServer;
  let owner: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
  });
  afterAll(() => server.stop());

  const change = (actor: ChatUser, target: ChatUser, wish: object) =>
    actor.patch(`/api/admin/users/${target.id}`, wish);

  it('a deactivated account is out everywhere within a second', async () => {
    const user = await server.register('gone');
    const room = await owner.createRoom();
    const socket = await user.open(room.chatPost.id);
    expect((await user.get('/api/users/me')).status).toBe(200);
    expect((await change(owner, user, { status: 'deactivated' })).status).toBe(200);
    await socket.closed(1_000);
    expect((await user.get('/api/users/me')).body.code).toBe('session_ended');
    const signIn = { login: user.name, password: user.password };
    const refused = await server.ask<Refusal>('/api/auth/login', { method: 'POST', body: signIn });
    expect([refused.status, refused.body.code]).toEqual([401, 'wrong_credentials']);
    const wrong = await server.ask('/api/auth/login', { method: 'POST', body: { ...signIn, password: 'wrong one' } });
    expect(wrong.status).toBe(401);
    const cookie = { cookie: `refresh=${user.refreshCookie}` };
    expect((await server.ask('/api/auth/refresh', { method: 'POST', headers: cookie })).status).toBe(401);
    await expect(ChatClient.connect(server.address, { token: user.token, protocol: 1 })).rejects.toThrow(
      'session_ended',
    );
  });

  it('an admin may do what admins may from the next request on, and no longer once they are none', async () => {
    const [admin, user] = await server.registerAll('admin', 'user');
    expect((await change(admin, user, { role: 'admin' })).status).toBe(403);
    expect((await change(owner, admin, { role: 'admin' })).status).toBe(200);
    expect((await admin.get('/api/admin/users')).status).toBe(200);
    expect((await change(owner, admin, { role: 'member' })).status).toBe(200);
    expect((await admin.get('/api/admin/users')).status).toBe(403);
  });

  it('the owner stays the owner', async () => {
    const admin = await server.register('admin');
    await change(owner, admin, { role: 'admin' });
    expect((await change(admin, owner, { status: 'deactivated' })).status).toBeGreaterThanOrEqual(403);
    expect((await change(owner, owner, { role: 'member' })).status).toBeGreaterThanOrEqual(403);
    expect((await change(owner, admin, { role: 'owner' })).status).toBe(422);
    expect(await server.sql(`select id, status from users where role = 'owner'`)).toEqual([
      { id: owner.id, status: 'active' },
    ]);
  });

  it('an unknown or malformed id is not found', async () => {
    const wish = { role: 'admin' };
    expect((await owner.patch('/api/admin/users/not-an-id', wish)).status).toBe(404);
    expect((await owner.patch('/api/admin/users/019a0000-0000-7000-8000-000000000000', wish)).status).toBe(404);
  });
});
