import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AdminMessagePage, AdminPostPage, AdminRoom, AdminRoomPage } from '#contracts/admin-content.dto.js';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Room, RoomPage } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { upload, sendWith } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';

const ROOMS = '/api/admin/rooms';

describe('rooms, kept by admins', () => {
  let server: TestServer;
  let owner: ChatUser;
  let admin: ChatUser;
  let ann: ChatUser;
  let bob: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
    [admin, ann, bob] = await server.registerAll('admin', 'ann', 'bob');
    await owner.patch(`/api/admin/users/${admin.id}`, { role: 'admin' });
  });
  afterAll(() => server.stop());

  const list = (query = '', who = admin): Promise<AdminRoomPage> => body(who.get<AdminRoomPage>(ROOMS + query));
  const entries = (targetId: string): Promise<object[]> =>
    server.sql(`select action, actor_id, target_name, details from audit_entries where target_id = $1 order by id`, [
      targetId,
    ]);
  const setOwner = (id: string, username: string): Promise<Answer<Refusal & AdminRoom>> =>
    admin.put(`${ROOMS}/${id}/owner`, { username });

  it('are listed with their sizes, sorted, filtered and found', async () => {
    const small = await ann.createRoom({ name: 'Aardvarks' });
    const large = await bob.createRoom({ name: 'beetles', visibility: 'private' });
    await bob.add(large.id, ann);
    const topic = await bob.createPost(large.id);
    await bob.sendAll(topic.id, ['one', 'two']);
    await sendWith(bob, topic.id, [(await upload(bob, large.id, '12345', 'five.txt')).id]);
    const { items } = await list();
    const shown = items.find(({ id }) => id === large.id);
    expect(shown).toMatchObject({
      ...{ name: 'beetles', slug: large.slug, visibility: 'private', myRole: null, memberCount: 2 },
      ...{ postCount: 2, messageCount: 4, fileBytes: 5, owner: { id: bob.id } },
    });
    const names = async (query: string): Promise<string[]> => (await list(query)).items.map(({ name }) => name);
    expect(await names('')).toEqual(['Aardvarks', 'beetles']);
    expect(await names('?sort=members&order=desc')).toEqual(['beetles', 'Aardvarks']);
    expect(await names('?sort=active&order=desc')).toEqual(['beetles', 'Aardvarks']);
    expect(await names('?visibility=private')).toEqual(['beetles']);
    expect(await names(`?ownerId=${ann.id}`)).toEqual(['Aardvarks']);
    expect(await names('?q=ARDV')).toEqual(['Aardvarks']);
    const first = await list('?limit=1');
    expect([first.total, first.items[0]?.name]).toEqual([2, 'Aardvarks']);
    expect(await names(`?limit=1&cursor=${first.nextCursor}`)).toEqual(['beetles']);
    await body(admin.put(`${ROOMS}/${small.id}/archive`));
    expect(await names('?state=archived')).toEqual(['Aardvarks']);
    expect((await admin.get(`${ROOMS}?sort=size`)).status).toBe(422);
  });

  it('are archived and come back, recorded once each', async () => {
    const room = await ann.createRoom({ name: 'Old' });
    const { archivedAt } = await body(admin.put<AdminRoom>(`${ROOMS}/${room.id}/archive`));
    expect(archivedAt).toBeDefined();
    await body(admin.put(`${ROOMS}/${room.id}/archive`));
    const refused = await ann.post(`/api/rooms/${room.id}/posts`, { title: 'x' });
    expect(refused.body.code).toBe('read_only');
    await body(admin.delete(`${ROOMS}/${room.id}/archive`));
    await ann.send(room.chatPost.id);
    const by = { actor_id: admin.id, target_name: 'Old', details: {} };
    expect(await entries(room.id)).toEqual([
      { action: 'room_archived', ...by },
      { action: 'room_restored', ...by },
    ]);
  });

  describe('with contents that are private', () => {
    it('show an admin nothing of these, on any path, until he is a member', async () => {
      const room = await ann.createRoom({ name: 'Secret', visibility: 'private' });
      const topic = await ann.createPost(room.id, { title: 'CANARY title', tags: ['canarytag'] });
      const message = await ann.send(topic.id, 'CANARY text');
      const file = await upload(ann, room.id, 'CANARY bytes', 'canary.txt');
      await sendWith(ann, topic.id, [file.id]);
      const closed = [
        `/api/rooms/${room.id}`,
        `/api/rooms/${room.slug}/posts`,
        `/api/rooms/${room.id}/members`,
        `/api/rooms/${room.id}/files`,
        `/api/posts/${topic.id}/messages`,
        file.url,
      ];
      for (const path of closed) expect((await admin.get(path)).status).toBe(404);
      const lists = [
        ROOMS,
        '/api/admin/posts',
        '/api/admin/messages',
        '/api/admin/messages?q=CANARY',
        '/api/admin/tags',
      ];
      for (const path of lists) expect((await admin.get(path)).text).not.toMatch(/canary/iu);
      const deletion = await admin.post(`/api/admin/posts/${topic.id}/deletion`, { confirmTitle: 'CANARY title' });
      expect(deletion.status).toBe(404);
      expect((await admin.patch(`/api/messages/${message.id}`, { text: 'x' })).status).toBe(404);

      const socket = await ann.open(room.chatPost.id);
      const joined = await body(admin.post<AdminRoom>(`${ROOMS}/${room.id}/joining`));
      expect(joined.myRole).toBe('member');
      const frame = await socket.waitFor('messages');
      expect(frame.items).toMatchObject([
        {
          ...{ kind: 'system', authorId: admin.id, system: { code: 'admin_joined', params: { name: 'admin' } } },
          text: 'admin joined this room as an admin of the organisation.',
        },
      ]);
      expect(await entries(room.id)).toEqual([
        { action: 'room_joined_by_admin', actor_id: admin.id, target_name: 'Secret', details: {} },
      ]);
      for (const path of closed.slice(0, -1)) expect((await admin.get(path)).status).toBe(200);
      const { items: posts } = await body(admin.get<AdminPostPage>('/api/admin/posts?q=canary'));
      expect(posts).toMatchObject([
        { id: topic.id, tags: ['canarytag'], room: { name: 'Secret' }, author: { id: ann.id } },
      ]);
      const { items } = await body(admin.get<AdminMessagePage>('/api/admin/messages?q=CANARY'));
      expect(items.map(({ id }) => id)).toEqual([message.id]);
      expect((await owner.get('/api/admin/messages?q=CANARY')).text).not.toContain(message.id);
    });

    it('tell once that an admin came, however often he asks at once', async () => {
      const room = await ann.createRoom({ visibility: 'private' });
      const answers = await Promise.all([1, 2, 3].map(() => admin.post(`${ROOMS}/${room.id}/joining`)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const { items } = await body(ann.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`));
      expect(items.map(({ system }) => system?.code)).toEqual(['room_created', 'admin_joined']);
      expect(await entries(room.id)).toHaveLength(1);
    });

    it('have that as their latest, told in the words of each reader, until somebody writes', async () => {
      const room = await ann.createRoom({ name: '灯', visibility: 'private' });
      const anns = await ann.connect();
      const latest = async (): Promise<(Room['latest'] | undefined)[]> => {
        const path = `/api/rooms/${room.id}`;
        const { items } = await body(ann.get<RoomPage>('/api/rooms?scope=mine&limit=200'));
        const { rooms } = await body(ann.get<Sync>('/api/sync'));
        const all = [await body(ann.get<Room>(path)), ...[...items, ...rooms].filter(({ id }) => id === room.id)];
        return all.map((one) => one.latest);
      };
      const created = { code: 'room_created', params: { ownerName: 'ann', roomName: '灯' } };
      expect((await latest()).map((one) => one?.system)).toEqual([created, created, created]);
      await body(admin.post(`${ROOMS}/${room.id}/joining`));
      const joined = { code: 'admin_joined', params: { name: 'admin' } };
      for (const one of await latest())
        expect(one).toMatchObject({ seq: 2, excerpt: expect.stringContaining('admin'), system: joined });
      expect((await anns.waitFor('activity', ({ lastSeq }) => lastSeq === 2)).system).toEqual(joined);
      await ann.send(room.chatPost.id, 'welcome');
      for (const one of await latest()) {
        expect(one).toMatchObject({ seq: 3, excerpt: 'welcome' });
        expect(one).not.toHaveProperty('system');
      }
    });
  });

  describe('get another owner', () => {
    it('who is told like everybody in it, and the one before becomes a moderator', async () => {
      const room = await ann.createRoom({ name: 'Handed' });
      const socket = await bob.open(room.chatPost.id);
      await body(admin.put(`${ROOMS}/${room.id}/owner`, { username: bob.name }));
      await socket.waitFor('membership', ({ user, role }) => user.id === bob.id && role === 'owner');
      const roles = await server.sql(`select user_id, role from room_members where room_id = $1 order by role`, [
        room.id,
      ]);
      expect(roles).toEqual([
        { user_id: ann.id, role: 'moderator' },
        { user_id: bob.id, role: 'owner' },
      ]);
      expect(await entries(room.id)).toMatchObject([
        { action: 'room_owner_changed', details: { ownerId: { from: ann.id, to: bob.id } } },
      ]);
      expect((await body(setOwner(room.id, bob.name))).owner.id).toBe(bob.id);
    });

    it('but no private room one from outside, and none somebody out of use', async () => {
      const room = await ann.createRoom({ visibility: 'private' });
      const gone = await server.register('gone');
      await ann.add(room.id, gone);
      await owner.patch(`/api/admin/users/${gone.id}`, { status: 'deactivated' });
      for (const username of [bob.name, admin.name, gone.name, 'nobody']) {
        const { status, body: problem } = await setOwner(room.id, username);
        expect([status, problem.code]).toEqual([422, 'unknown_user']);
      }
      expect((await body(ann.get<{ ownerId: string }>(`/api/rooms/${room.id}`))).ownerId).toBe(ann.id);
    });

    it('when theirs is deactivated', async () => {
      const leaver = await server.register('leaver');
      const room = await leaver.createRoom({ visibility: 'private' });
      await leaver.add(room.id, ann);
      await owner.patch(`/api/admin/users/${leaver.id}`, { status: 'deactivated' });
      expect((await body(setOwner(room.id, ann.name))).owner.id).toBe(ann.id);
    });

    it('one, when two are named at once', async () => {
      const room = await ann.createRoom();
      const answers = await Promise.all([setOwner(room.id, bob.name), setOwner(room.id, admin.name)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const owners = await server.sql(
        `select m.user_id = r.owner_id as same from room_members m join rooms r on r.id = m.room_id where r.id = $1 and m.role = 'owner'`,
        [room.id],
      );
      expect(owners).toEqual([{ same: true }]);
    });
  });

  describe('are deleted', () => {
    it('by their name, private ones too, and recorded whoever does it', async () => {
      const room = await ann.createRoom({ name: 'Doomed', visibility: 'private' });
      const wrong = await admin.post(`${ROOMS}/${room.id}/deletion`, { confirmName: 'doomsday' });
      expect([wrong.status, wrong.body.errors]).toMatchObject([422, [{ field: 'confirmName' }]]);
      expect((await ann.get(`/api/rooms/${room.id}`)).status).toBe(200);
      expect((await admin.post(`${ROOMS}/${room.id}/deletion`, { confirmName: 'doomed' })).status).toBe(204);
      expect((await ann.get(`/api/rooms/${room.id}`)).status).toBe(404);
      expect((await list('?q=doomed')).items).toEqual([]);
      const own = await ann.createRoom({ name: 'Own' });
      await ann.post(`/api/rooms/${own.id}/deletion`, { confirmName: 'Own' });
      const deleted = { action: 'room_deleted', details: {} };
      expect(await entries(room.id)).toEqual([{ ...deleted, actor_id: admin.id, target_name: 'Doomed' }]);
      expect(await entries(own.id)).toEqual([{ ...deleted, actor_id: ann.id, target_name: 'Own' }]);
      for (const verb of ['joining', 'deletion'])
        expect((await admin.post(`${ROOMS}/${room.id}/${verb}`, { confirmName: 'Doomed' })).status).toBeGreaterThan(
          400,
        );
      expect((await admin.put(`${ROOMS}/${room.id}/archive`)).status).toBe(404);
      expect((await setOwner(room.id, bob.name)).status).toBe(404);
    });

    it('post by post, but never the chat; a private title is not recorded', async () => {
      const [open, closed] = [await ann.createRoom(), await ann.createRoom({ visibility: 'private' })];
      const [topic, hidden] = [await ann.createPost(open.id, { title: 'Spam' }), await ann.createPost(closed.id)];
      const remove = (id: string, confirmTitle: string) =>
        admin.post(`/api/admin/posts/${id}/deletion`, { confirmTitle });
      expect((await remove(topic.id, 'ham')).status).toBe(422);
      const chat = await remove(open.chatPost.id, open.chatPost.title);
      expect([chat.status, chat.body.code]).toEqual([409, 'chat_post_stays']);
      expect((await remove(topic.id, 'spam')).status).toBe(204);
      expect((await remove(topic.id, 'spam')).status).toBe(404);
      await ann.post(`/api/rooms/${closed.id}/posts/${hidden.id}/deletion`, { confirmTitle: hidden.title });
      expect(await entries(topic.id)).toMatchObject([
        { action: 'post_deleted', actor_id: admin.id, target_name: 'Spam' },
      ]);
      expect(await entries(hidden.id)).toMatchObject([{ action: 'post_deleted', actor_id: ann.id, target_name: null }]);
    });
  });
});

describe('messages, listed for admins', () => {
  let server: TestServer;
  let owner: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
  });
  afterAll(() => server.stop());

  const texts = async (query: string): Promise<string[]> =>
    (await body(owner.get<AdminMessagePage>(`/api/admin/messages${query}`))).items.map(({ excerpt }) => excerpt);

  it('come the newest first, page by page, filtered', async () => {
    const ann = await server.register('ann');
    const [one, other] = [await ann.createRoom(), await ann.createRoom()];
    await ann.sendAll(one.chatPost.id, ['first', 'second']);
    const third = await ann.send(other.chatPost.id, '第三 message');
    await ann.post(`/api/messages/${(await ann.send(other.chatPost.id, 'gone')).id}/recall`);
    expect(await texts('')).toEqual(['', '第三 message', 'second', 'first']);
    expect(await texts('?state=live')).toEqual(['第三 message', 'second', 'first']);
    expect(await texts(`?roomId=${one.id}`)).toEqual(['second', 'first']);
    expect(await texts('?q=%E7%AC%AC%E4%B8%89')).toEqual(['第三 message']);
    expect(await texts(`?authorId=${owner.id}`)).toEqual([]);
    expect(await texts(`?from=${third.createdAt}`)).toEqual(['', '第三 message']);
    expect(await texts(`?to=${third.createdAt}`)).toEqual(['second', 'first']);
    const page = await body(owner.get<AdminMessagePage>('/api/admin/messages?limit=3'));
    expect([page.items.length, page.total]).toEqual([3, 4]);
    expect(await texts(`?limit=3&cursor=${page.nextCursor}`)).toEqual(['first']);
    expect(await body(owner.get(`/api/admin/messages?limit=3&cursor=${page.nextCursor}`))).not.toHaveProperty('total');
    expect(await body(owner.get('/api/admin/messages?q=nowhere'))).toMatchObject({ items: [], total: 0 });
    expect((await owner.get('/api/admin/messages?from=yesterday')).status).toBe(422);
  });

  it('are refused when there is too much to look through, so that others have their turn', async () => {
    const letGoOn = await server.lock('messages');
    const asked = owner.get('/api/admin/messages?q=lamp');
    const { status, body: problem } = await asked.finally(letGoOn);
    expect([status, problem.code]).toEqual([422, 'search_too_broad']);
  });
});
