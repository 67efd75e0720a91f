import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Membership, MembershipPage, Room } from '#contracts/room.dto.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('members of rooms', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let carol: ChatUser;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    ann = await server.register('ann');
    [bob, carol] = await server.registerAll('bob', 'carol');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
  });

  const path = (user: ChatUser): string => `/api/rooms/${room.slug}/members/${user.name}`;
  const roles = async (): Promise<Record<string, string>> => {
    const { items } = (await ann.get<MembershipPage>(`/api/rooms/${room.slug}/members`)).body;
    return Object.fromEntries(items.map(({ user, role }) => [user.displayName, role]));
  };

  it('join once and leave once, however often they ask', async () => {
    const first = await bob.put<Membership>(`/api/rooms/${room.slug}/membership`);
    const again = await bob.put<Membership>(`/api/rooms/${room.slug}/membership`);
    expect(again.body).toEqual(first.body);
    expect((await bob.get<Room>(`/api/rooms/${room.slug}`)).body.memberCount).toBe(2);
    for (let time = 0; time < 2; time += 1)
      expect((await bob.delete(`/api/rooms/${room.slug}/membership`)).status).toBe(204);
    expect((await bob.get<Room>(`/api/rooms/${room.slug}`)).body).toMatchObject({ memberCount: 1, myRole: null });
    const back = await bob.put<Membership>(`/api/rooms/${room.slug}/membership`);
    expect(back.body.version).toBeGreaterThan(first.body.version);
  });

  it('are counted right when one joins ten times at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => bob.join(room.slug)));
    expect((await ann.get<Room>(`/api/rooms/${room.slug}`)).body.memberCount).toBe(2);
  });

  it('are added, removed and given roles by keepers only', async () => {
    await bob.join(room.slug);
    expect((await bob.put(path(carol), {})).status).toBe(403);
    expect((await bob.delete(path(ann))).status).toBe(403);
    expect((await bob.put(path(bob), { role: 'owner' })).status).toBe(403);
    expect((await carol.put(path(carol), {})).status).toBe(403);
    expect(await roles()).toEqual({ ann: 'owner', bob: 'member' });
    expect((await ann.put(path(carol), {})).status).toBe(200);
    expect((await ann.delete(path(carol))).status).toBe(204);
    expect(await roles()).toEqual({ ann: 'owner', bob: 'member' });
  });

  it('who moderate add and remove members, and touch neither roles nor owner nor other moderators', async () => {
    await Promise.all([bob.join(room.slug), carol.join(room.slug)]);
    await ann.put(path(bob), { role: 'moderator' });
    const dave = await server.register('dave');
    expect((await bob.put(path(dave), {})).status).toBe(200);
    expect((await bob.put(path(dave), { role: 'moderator' })).status).toBe(403);
    expect((await bob.put(path(ann), { role: 'member' })).status).toBe(403);
    expect((await bob.delete(path(ann))).status).toBe(409);
    await ann.put(path(carol), { role: 'moderator' });
    expect((await bob.delete(path(carol))).status).toBe(403);
    expect((await bob.delete(path(dave))).status).toBe(204);
    expect(await roles()).toEqual({ ann: 'owner', bob: 'moderator', carol: 'moderator' });
  });

  it('who own the room hand it over before they leave, and it has one owner throughout', async () => {
    await bob.join(room.slug);
    const refused = await ann.delete(`/api/rooms/${room.slug}/membership`);
    expect(refused.body).toMatchObject({ status: 409, code: 'room_owner_cannot_leave' });
    expect((await ann.put(path(ann), { role: 'member' })).body.code).toBe('room_owner_cannot_leave');
    expect((await ann.put<Membership>(path(bob), { role: 'owner' })).body.role).toBe('owner');
    expect(await roles()).toEqual({ ann: 'moderator', bob: 'owner' });
    expect((await bob.get<Room>(`/api/rooms/${room.slug}`)).body.ownerId).toBe(bob.id);
    expect((await ann.delete(`/api/rooms/${room.slug}/membership`)).status).toBe(204);
    expect(
      await server.sql(`select count(*)::int as n from room_members where room_id = $1 and role = 'owner'`, [room.id]),
    ).toEqual([{ n: 1 }]);
  });

  it('and everybody there see at once who owns the room and who moderates', async () => {
    await Promise.all([bob.join(room.slug), carol.join(room.slug)]);
    const visitor = await server.register('visitor');
    const seen = [await ann.connect(), await carol.connect(), await visitor.open(room.chatPost.id)];
    await ann.put(path(carol), { role: 'moderator' });
    await ann.put(path(bob), { role: 'owner' });
    for (const client of seen) {
      const isOf = (user: ChatUser, role: string) => (one: Membership) => one.user.id === user.id && one.role === role;
      await client.waitFor('membership', isOf(carol, 'moderator'));
      await client.waitFor('membership', isOf(bob, 'owner'));
      await client.waitFor('membership', isOf(ann, 'moderator'));
      await client.waitFor('room', ({ id, ownerId }) => id === room.id && ownerId === bob.id);
    }
    expect((await ann.put(path(carol), { role: 'member' })).status).toBe(403);
    expect((await bob.put(path(carol), { role: 'member' })).status).toBe(200);
    for (const client of seen)
      await client.waitFor('membership', ({ user, role }) => user.id === carol.id && role === 'member');
  });

  it('cannot be handed the room by two people at once', async () => {
    await Promise.all([bob.join(room.slug), carol.join(room.slug)]);
    const answers = await Promise.all([bob, carol].map((user) => ann.put(path(user), { role: 'owner' })));
    expect(answers.map(({ status }) => status).filter((status) => ![200, 403, 409].includes(status))).toEqual([]);
    const owners = await server.sql<{ user_id: string }>(
      `select user_id from room_members where room_id = $1 and role = 'owner'`,
      [room.id],
    );
    const [kept] = await server.sql<{ owner_id: string }>(`select owner_id from rooms where id = $1`, [room.id]);
    expect(owners.map(({ user_id }) => user_id)).toEqual([kept!.owner_id]);
  });

  it('leave an owner behind, whatever becomes of the new one at the same moment', async () => {
    for (let time = 0; time < 5; time += 1) {
      const shared = await ann.createRoom();
      await bob.join(shared.slug);
      const bobs = `/api/rooms/${shared.slug}/members/${bob.name}`;
      await Promise.all([
        ann.put(bobs, { role: 'owner' }),
        bob.delete(`/api/rooms/${shared.slug}/membership`),
        ann.put(bobs, { role: 'moderator' }),
        ann.delete(bobs),
      ]);
      const owners = await server.sql(
        `select m.user_id = r.owner_id as "isOwner" from room_members m join rooms r on r.id = m.room_id
         where r.id = $1 and m.role = 'owner' and m.left_at is null`,
        [shared.id],
      );
      expect(owners).toEqual([{ isOwner: true }]);
    }
  });

  it('are nobody who is unknown, deactivated or no member', async () => {
    expect((await ann.put(`/api/rooms/${room.slug}/members/nobody`, {})).status).toBe(404);
    expect((await ann.put(`/api/rooms/${room.slug}/members/%F0%9F%8E%89`, {})).status).toBe(404);
    expect((await ann.delete(path(carol))).status).toBe(404);
    const gone = await server.register('gone');
    await ann.patch(`/api/admin/users/${gone.id}`, { status: 'deactivated' });
    expect((await ann.put(path(gone), {})).status).toBe(404);
    expect((await ann.put(path(bob), { role: 'king' })).status).toBe(422);
    expect((await ann.put(path(bob), { role: 'member', x: 1 })).status).toBe(422);
  });

  it('who left write no more, and find what they sent before', async () => {
    await bob.join(room.slug);
    const message = { clientId: '6f9619ff-8b86-4d01-b42d-00c04fc964ff', text: 'hello' };
    const messages = `/api/posts/${room.chatPost.id}/messages`;
    const sent = await bob.post<{ id: string }>(messages, message);
    await bob.delete(`/api/rooms/${room.slug}/membership`);
    expect((await bob.post(messages, { ...message, clientId: '7f9619ff-8b86-4d01-b42d-00c04fc964ff' })).status).toBe(
      403,
    );
    expect((await bob.patch(`/api/messages/${sent.body.id}`, { text: 'x' })).status).toBe(403);
    expect((await bob.post<{ id: string }>(messages, message)).body.id).toBe(sent.body.id);
  });
});
