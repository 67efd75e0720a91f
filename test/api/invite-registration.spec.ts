import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OrganisationSettings } from '#contracts/organisation.dto.js';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { checkInvite, makeLink, registerInvited } from '../kit/api/invites.js';
import { TestServer } from '../kit/api/test-server.js';

describe('registering with the link of a room', () => {
  let server: TestServer;
  let owner: ChatUser;
  let ann: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
  });
  beforeEach(async () => {
    await settings({ registration: 'open', whoMayInvite: 'admins' });
    ann = await server.register('ann');
    room = await ann.createRoom({ visibility: 'private' });
  });
  afterAll(() => server.stop());

  const settings = (change: Partial<OrganisationSettings>): Promise<OrganisationSettings> =>
    body(owner.patch<OrganisationSettings>('/api/admin/settings', change));
  const newName = (): string => `new-${randomUUID().slice(0, 8)}`;
  const register = (token: string, name = newName(), wish: object = {}) =>
    registerInvited(server.address, token, name, wish);
  const admits = async (token: string): Promise<boolean> =>
    (await checkInvite(server.address, token)).body.admitsNewcomers;
  const rows = (): Promise<object[]> =>
    server.sql(
      `select id, null::int as used from users union all select id, used from invites
       union all select room_id, member_count from (select id as room_id, member_count from rooms) r order by 1`,
    );
  const expectRefused = async (token: string, refusal: string, wish: object = {}): Promise<void> => {
    const before = await rows();
    const { status, body: answer } = await register(token, newName(), wish);
    expect(`${status} ${answer.code}`).toBe(refusal);
    expect(await rows()).toEqual(before);
  };

  it('makes an account that is inside, and a member however the room is kept', async () => {
    const { token } = await makeLink(ann, room.id, { uses: 1 });
    const answer = await register(token, newName(), { displayName: 'Newcomer' });
    expect([answer.status, answer.body.user.role]).toEqual([201, 'member']);
    const headers = { authorization: `Bearer ${answer.body.accessToken}` };
    const { items } = (await server.ask<RoomPage>('/api/rooms?scope=mine', { headers })).body;
    expect(items.map(({ id, myRole }) => [id, myRole])).toEqual([[room.id, 'member']]);
    await expectRefused(token, '404 invite_unusable');
  });

  it('is refused with a link that has expired, was taken away or never was, and nobody is there', async () => {
    const [late, revoked] = [await makeLink(ann, room.id), await makeLink(ann, room.id)];
    await server.sql(`update invites set expires_at = now() where id = $1`, [late.id]);
    await ann.delete(`/api/rooms/${room.id}/invites/${revoked.id}`);
    for (const token of [late.token, revoked.token, 'nonsense']) await expectRefused(token, '404 invite_unusable');
    const archived = await makeLink(ann, room.id);
    await ann.put(`/api/rooms/${room.id}/archive`);
    await expectRefused(archived.token, '404 invite_unusable');
  });

  it('lets in one of six who come at the same moment for the last use, and leaves nothing of the others', async () => {
    const { token } = await makeLink(ann, room.id, { uses: 1 });
    const names = Array.from({ length: 6 }, newName);
    const answers = await Promise.all(names.map((name) => register(token, name)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404, 404, 404]);
    expect(await server.sql('select id from users where username = any($1)', [names])).toHaveLength(1);
    expect(await server.sql('select username from usernames where username = any($1)', [names])).toHaveLength(1);
  });

  it('takes no use when the rest of it is refused', async () => {
    const { token, id } = await makeLink(ann, room.id, { uses: 1 });
    await expectRefused(token, '409 username_taken', { username: ann.name });
    await expectRefused(token, '422 validation_failed', { password: 'password' });
    expect(await server.sql('select uses_left from invites where id = $1', [id])).toEqual([{ uses_left: 1 }]);
    expect((await register(token)).status).toBe(201);
  });

  it('where people join by invitation counts when its maker may invite', async () => {
    const [ofMember, keeper] = [await makeLink(ann, room.id), await server.register('keeper')];
    await owner.patch(`/api/admin/users/${keeper.id}`, { role: 'admin' });
    await ann.put(`/api/rooms/${room.id}/members/${keeper.name}`, {});
    await ann.put(`/api/rooms/${room.id}/members/${keeper.name}`, { role: 'moderator' });
    const ofAdmin = await makeLink(keeper, room.id);
    expect(await admits(ofMember.token)).toBe(true);
    await settings({ registration: 'invited' });
    expect([await admits(ofMember.token), await admits(ofAdmin.token)]).toEqual([false, true]);
    expect([ofMember.admitsNewcomers, ofAdmin.admitsNewcomers]).toEqual([false, true]);
    await expectRefused(ofMember.token, '403 registration_closed');
    expect((await register(ofAdmin.token)).status).toBe(201);
    await settings({ whoMayInvite: 'members' });
    expect(await admits(ofMember.token)).toBe(true);
    expect((await register(ofMember.token)).status).toBe(201);
    await owner.patch(`/api/admin/users/${keeper.id}`, { role: 'member' });
    await settings({ whoMayInvite: 'admins' });
    await expectRefused(ofAdmin.token, '403 registration_closed');
    await owner.patch(`/api/admin/users/${keeper.id}`, { role: 'admin' });
    await ann.delete(`/api/rooms/${room.id}/members/${keeper.name}`);
    await expectRefused(ofAdmin.token, '404 invite_unusable');
  });
});
