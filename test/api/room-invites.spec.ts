import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NewRoomInvite, RoomInviteList } from '#contracts/invite.dto.js';
import type { MembershipPage, Room } from '#contracts/room.dto.js';
import { body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { acceptInvite, checkInvite, makeLink } from '../kit/api/invites.js';
import { TestServer } from '../kit/api/test-server.js';

describe('a link into a room', () => {
  let server: TestServer;
  let owner: ChatUser;
  let ann: ChatUser;
  let mia: ChatUser;
  let bob: ChatUser;
  let eve: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
  });
  beforeEach(async () => {
    [ann, mia, bob, eve] = await server.registerAll('ann', 'mia', 'bob', 'eve');
    room = await ann.createRoom({ name: '机器学习', visibility: 'private' });
    await ann.put(`/api/rooms/${room.id}/members/${mia.name}`, { role: 'moderator' });
  });
  afterAll(() => server.stop());

  const list = async (user = ann): Promise<string[]> =>
    (await body(user.get<RoomInviteList>(`/api/rooms/${room.id}/invites`))).items.map(({ id }) => id);
  const members = async (): Promise<string[]> =>
    (await body(ann.get<MembershipPage>(`/api/rooms/${room.id}/members`))).items.map(({ user }) => user.id).sort();
  const rows = (): Promise<object[]> =>
    server.sql(
      `select i.id::text, used, uses_left, null as place from invites i
       union all select room_id::text, null, null, user_id from room_members where left_at is null order by 1, 4`,
    );
  /** Every answer is the same refusal, and nothing changes. */
  const expectUnusable = async (tokens: unknown[], user = bob): Promise<void> => {
    const before = await rows();
    const answers = [];
    for (const token of tokens) answers.push(await checkInvite(server.address, token), await acceptInvite(user, token));
    const bodies = answers.map((answer) => ({ ...answer.body, requestId: '' }));
    for (const one of bodies) expect(one).toEqual({ ...bodies[0], status: 404, code: 'invite_unusable' });
    expect(await rows()).toEqual(before);
  };

  it('is made, seen and taken away by those who keep the room, and nobody else learns of it', async () => {
    const link = await makeLink(mia, room.slug);
    const path = `/api/rooms/${room.slug}/invites`;
    const of = async (user: ChatUser): Promise<string[]> => {
      const answers = [await user.get(path), await user.post(path, {}), await user.delete(`${path}/${link.id}`)];
      return answers.map(({ status, body: { code } }) => `${status} ${code}`);
    };
    await ann.add(room.id, bob);
    const before = await rows();
    expect(await of(bob)).toEqual(Array(3).fill('403 forbidden'));
    expect(await of(eve)).toEqual(Array(3).fill('404 not_found'));
    expect(await of(owner)).toEqual(Array(3).fill('404 not_found'));
    expect((await server.ask<Refusal>(path, { method: 'POST', body: {} })).status).toBe(401);
    expect(await rows()).toEqual(before);
    expect([await list(ann), await list(mia)]).toEqual([[link.id], [link.id]]);
    expect((await ann.delete(`${path}/${link.id}`)).status).toBe(204);
    expect((await ann.delete(`${path}/${link.id}`)).status).toBe(404);
    expect(await list()).toEqual([]);
    await expectUnusable([link.token]);
  });

  it('shows its secret once, and keeps only a hash of it', async () => {
    const link = await makeLink(ann, room.id, { uses: 3, expiresInHours: 2 });
    expect(link).toMatchObject({ madeBy: { id: ann.id }, usesLeft: 3, used: 0, admitsNewcomers: false });
    expect(link.url).toMatch(new RegExp(`^https?://[^/]+/invite#${link.token}$`, 'u'));
    expect(Date.parse(link.expiresAt) - Date.parse(link.createdAt)).toBe(2 * 3_600_000);
    const { token: _, url: __, ...seen } = link;
    expect((await ann.get<RoomInviteList>(`/api/rooms/${room.id}/invites`)).body.items).toEqual([seen]);
    expect(JSON.stringify(await server.sql('select * from invites'))).not.toContain(link.token);
    expect(JSON.stringify(await server.sql('select * from audit_entries'))).not.toContain(link.token);
    expect(server.log).not.toContain(link.token);
  });

  it.each<[object, string]>([
    [{ uses: 0 }, 'uses too_small'],
    [{ uses: 1_001 }, 'uses too_big'],
    [{ uses: 1.5 }, 'uses invalid'],
    [{ uses: '2' }, 'uses invalid'],
    [{ uses: null }, 'uses required'],
    [{ expiresInHours: 0 }, 'expiresInHours too_small'],
    [{ expiresInHours: 8_761 }, 'expiresInHours too_big'],
    [{ expiresInHours: 1e300 }, 'expiresInHours too_big'],
    [{ roomIds: [] }, 'roomIds unknown_field'],
    [{ role: 'admin' }, 'role unknown_field'],
  ])('is refused as %j, at its field', async (wish, problem) => {
    const answer = await ann.post(`/api/rooms/${room.id}/invites`, wish);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`)).toContain(problem);
    expect(await list()).toEqual([]);
  });

  it('holds a week for any number of people, if nothing is said', async () => {
    const link = await makeLink(ann, room.id);
    expect(link.usesLeft).toBeUndefined();
    expect(Date.parse(link.expiresAt) - Date.parse(link.createdAt)).toBe(168 * 3_600_000);
    for (const one of [bob, eve, owner]) expect((await acceptInvite(one, link.token)).status).toBe(200);
    expect(await members()).toEqual([ann, mia, bob, eve, owner].map(({ id }) => id).sort());
    expect((await ann.get<RoomInviteList>(`/api/rooms/${room.id}/invites`)).body.items[0]).toMatchObject({ used: 3 });
  });

  it('says to whoever holds it where it leads, and makes who has an account a member, told to those inside', async () => {
    const { token } = await makeLink(mia, room.id);
    const { body: said } = await checkInvite(server.address, token);
    expect(said).toMatchObject({
      ...{ organisationName: 'Roomers', inviterName: 'mia', roomNames: ['机器学习'], admitsNewcomers: true },
    });
    expect(said.email).toBeUndefined();
    const inside = await ann.open(room.chatPost.id);
    const own = await bob.connect();
    expect((await acceptInvite(bob, token)).body).toEqual({
      rooms: [{ id: room.id, slug: room.slug, name: '机器学习' }],
    });
    for (const socket of [inside, own])
      expect(await socket.waitFor('membership', ({ user }) => user.id === bob.id)).toMatchObject({ role: 'member' });
    expect((await bob.get<Room>(`/api/rooms/${room.slug}`)).body.myRole).toBe('member');
    await bob.send(room.chatPost.id, 'here');
  });

  it('answers a request to join, and takes no use from who is inside already', async () => {
    const { token, id } = await makeLink(ann, room.id, { uses: 1 });
    await bob.post(`/api/rooms/${room.slug}/requests`, {});
    for (const one of [ann, mia]) expect((await acceptInvite(one, token)).status).toBe(200);
    expect((await bob.post('/api/invites/acceptance', { token })).status).toBe(200);
    expect((await ann.get<Room>(`/api/rooms/${room.id}`)).body.requestCount).toBe(0);
    expect(await server.sql('select used, uses_left from invites where id = $1', [id])).toEqual([
      { used: 1, uses_left: 0 },
    ]);
    expect((await ann.get<MembershipPage>(`/api/rooms/${room.id}/members`)).body.items).toHaveLength(3);
    await expectUnusable([token], eve);
    expect(await list()).toEqual([]);
  });

  it('with one use left lets in one of eight who come at the same moment, and one person once', async () => {
    const { token, id } = await makeLink(ann, room.id, { uses: 2 });
    const same = await Promise.all(Array.from({ length: 4 }, () => acceptInvite(eve, token)));
    expect(same.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const many = await server.registerAll(...Array.from({ length: 8 }, () => 'many'));
    const answers = await Promise.all(many.map((one) => acceptInvite(one, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(404)]);
    expect(await members()).toHaveLength(4);
    expect(await server.sql('select used, uses_left from invites where id = $1', [id])).toEqual([
      { used: 2, uses_left: 0 },
    ]);
  });

  it('is refused alike when it has expired, was used up, was taken away, or never was', async () => {
    const [late, used, revoked] = [
      await makeLink(ann, room.id),
      await makeLink(ann, room.id, { uses: 1 }),
      await makeLink(ann, room.id),
    ];
    await server.sql(`update invites set expires_at = now() - interval '1 second' where id = $1`, [late.id]);
    await acceptInvite(eve, used.token);
    await ann.delete(`/api/rooms/${room.id}/invites/${revoked.id}`);
    await expectUnusable([late.token, used.token, revoked.token, 'nonsense', 'x'.repeat(200)]);
  });

  it.each([undefined, '', 'x'.repeat(201), 'a\0b', '\ud800', 7, ['a'], null])('%j is no secret', async (token) => {
    for (const answer of [await checkInvite(server.address, token), await acceptInvite(bob, token)])
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, 'token']);
  });

  it('leads nowhere while its maker does not keep the room, so that nobody who was sent away comes back by it', async () => {
    const { token } = await makeLink(mia, room.id);
    await ann.put(`/api/rooms/${room.id}/members/${mia.name}`, { role: 'member' });
    await expectUnusable([token]);
    expect(await list()).toEqual([]);
    await ann.delete(`/api/rooms/${room.id}/members/${mia.name}`);
    await expectUnusable([token], mia);
    await ann.put(`/api/rooms/${room.id}/members/${mia.name}`, {});
    await ann.put(`/api/rooms/${room.id}/members/${mia.name}`, { role: 'moderator' });
    expect((await acceptInvite(bob, token)).status).toBe(200);
  });

  it('leads nowhere while its maker is out of use', async () => {
    const { token } = await makeLink(mia, room.id);
    await owner.patch(`/api/admin/users/${mia.id}`, { status: 'deactivated' });
    await expectUnusable([token]);
    await owner.patch(`/api/admin/users/${mia.id}`, { status: 'active' });
    expect((await acceptInvite(bob, token)).status).toBe(200);
  });

  it('leads into no archived and no deleted room', async () => {
    const { token, id } = await makeLink(ann, room.id);
    await ann.put(`/api/rooms/${room.id}/archive`);
    await expectUnusable([token]);
    expect((await ann.post(`/api/rooms/${room.id}/invites`, {})).body.code).toBe('read_only');
    expect((await ann.delete<NewRoomInvite>(`/api/rooms/${room.id}/invites/${id}`)).status).toBe(204);
    await ann.delete(`/api/rooms/${room.id}/archive`);
    const next = await makeLink(ann, room.id);
    await ann.post(`/api/rooms/${room.id}/deletion`, { confirmName: room.name });
    await expectUnusable([next.token]);
  });

  it('of one room is none of another, whoever keeps that', async () => {
    const { id } = await makeLink(ann, room.id);
    const other = await eve.createRoom();
    expect((await eve.delete(`/api/rooms/${other.id}/invites/${id}`)).status).toBe(404);
    expect((await eve.delete(`/api/rooms/${other.id}/invites/nonsense`)).status).toBe(404);
    expect(await list()).toEqual([id]);
  });

  it('that is made and taken away is recorded with who did it', async () => {
    const { id } = await makeLink(mia, room.id, { uses: 5 });
    await ann.delete(`/api/rooms/${room.id}/invites/${id}`);
    const entries = await server.sql(
      `select actor_id, action, target_type, target_name, details ->> 'linkId' as link, details ->> 'uses' as uses
       from audit_entries where target_id = $1 order by at, id`,
      [room.id],
    );
    const target = { target_type: 'room', target_name: room.name, link: id };
    expect(entries).toEqual([
      { ...target, actor_id: mia.id, action: 'invite_link_made', uses: '5' },
      { ...target, actor_id: ann.id, action: 'invite_link_revoked', uses: null },
    ]);
  });
});
