import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';

describe('/api/sync', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());

  const sync = (user: ChatUser, since?: string): Promise<Sync> =>
    body(user.get<Sync>(`/api/sync${since === undefined ? '' : `?since=${since}`}`));
  const shared = async (): Promise<Room> => {
    const room = await ann.createRoom();
    await bob.join(room.slug);
    return room;
  };

  it('answers everything to no cursor, and to one that is unknown', async () => {
    await shared();
    const { cursor } = await sync(bob);
    const [installation, xmin] = cursor.split('.') as [string, string];
    const ahead = String(BigInt(xmin) + 1_000_000n);
    for (const odd of [
      undefined,
      '',
      'x',
      `${randomUUID()}.${xmin}`,
      `${installation}.${ahead}`,
      `${installation}.-1`,
    ]) {
      const answer = await sync(bob, odd);
      expect(answer).toMatchObject({ full: true, gone: { rooms: [], posts: [] } });
      expect(answer.rooms.length).toBeGreaterThan(0);
      expect(answer.memberships).toHaveLength(1);
    }
    expect((await bob.get(`/api/sync?since=${'1'.repeat(200)}`)).status).toBe(422);
    expect((await bob.get('/api/sync?from=x')).status).toBe(422);
    expect((await server.ask('/api/sync')).status).toBe(401);
    expect((await sync(bob, cursor)).full).toBe(false);
  });

  it('is empty when nothing happened', async () => {
    let { cursor } = await sync(bob);
    // What committed after the oldest transaction that still runs comes again: any of the cluster's, so of another spec's too.
    await eventually(async () => {
      const answer = await sync(bob, cursor);
      cursor = answer.cursor;
      expect(answer).toMatchObject({ full: false, rooms: [], posts: [], memberships: [], marks: [] });
    });
  });

  it('tells each kind of change: rooms, posts, messages, marks, memberships', async () => {
    const room = await shared();
    let { cursor } = await sync(bob);
    const next = async (): Promise<Sync> => {
      const answer = await sync(bob, cursor);
      cursor = answer.cursor;
      expect(answer.full).toBe(false);
      return answer;
    };
    await ann.patch(`/api/rooms/${room.id}`, { about: 'new' });
    expect((await next()).rooms).toContainEqual(expect.objectContaining({ id: room.id, about: 'new' }));
    const topic = await ann.createPost(room.id, { tags: ['a'] });
    expect((await next()).posts).toContainEqual(expect.objectContaining({ id: topic.id, tags: ['a'], unread: 0 }));
    await ann.patch(`/api/rooms/${room.id}/posts/${topic.slug}`, { title: 'Renamed', tags: [] });
    expect((await next()).posts).toContainEqual(expect.objectContaining({ id: topic.id, title: 'Renamed', tags: [] }));
    await ann.send(topic.id);
    expect((await next()).posts).toContainEqual(expect.objectContaining({ id: topic.id, lastSeq: 1, unread: 1 }));
    const socket = await bob.connect();
    const mark = await socket.done('post:read', { postId: topic.id, seq: 1 });
    expect((await next()).marks).toContainEqual({ postId: topic.id, readSeq: 1, version: mark.version });
    await ann.put(`/api/rooms/${room.id}/members/${bob.name}`, { role: 'moderator' });
    const promoted = await next();
    expect(promoted.memberships).toContainEqual(expect.objectContaining({ roomId: room.id, role: 'moderator' }));
    expect(promoted.rooms).toContainEqual(expect.objectContaining({ id: room.id, myRole: 'moderator' }));
  });

  it('tells of rooms joined with all their posts, left, taken away, hidden', async () => {
    const [joined, removed, hidden] = await Promise.all([
      ann.createRoom(),
      ann.createRoom({ visibility: 'private' }),
      ann.createRoom(),
    ]);
    const old = await ann.createPost(joined.id);
    await ann.add(removed.id, bob);
    const { cursor, rooms } = await sync(bob);
    expect(rooms.map(({ id }) => id)).toEqual(expect.arrayContaining([joined.id, removed.id, hidden.id]));
    await bob.join(joined.slug);
    await ann.delete(`/api/rooms/${removed.id}/members/${bob.name}`);
    await ann.patch(`/api/rooms/${hidden.id}`, { visibility: 'private' });
    const answer = await sync(bob, cursor);
    expect(answer.posts.map(({ id }) => id)).toEqual(expect.arrayContaining([old.id, joined.chatPost.id]));
    expect(answer.memberships.map(({ roomId }) => roomId)).toContain(joined.id);
    expect(answer.gone.rooms.toSorted()).toEqual([removed.id, hidden.id].toSorted());
    expect(JSON.stringify([answer.rooms, answer.posts])).not.toContain(hidden.id);
    await bob.delete(`/api/rooms/${joined.id}/membership`);
    const left = await sync(bob, answer.cursor);
    expect(left.rooms).toContainEqual(expect.objectContaining({ id: joined.id, myRole: null }));
    expect(left.gone.rooms).not.toContain(joined.id);
  });

  it('misses nothing while everybody writes: what was told adds up to what is there', async () => {
    const room = await shared();
    const carol = await server.register('carol');
    await carol.join(room.slug);
    const state = new Map<string, { version: number; rev: number; title: string }>();
    const marks = new Map<string, number>();
    let cursor = '';
    const follow = async (): Promise<void> => {
      const answer = await sync(bob, cursor);
      cursor = answer.cursor;
      for (const { id, version, rev, title } of answer.posts) state.set(id, { version, rev, title });
      for (const { postId, version } of answer.marks) marks.set(postId, Math.max(version, marks.get(postId) ?? 0));
    };
    const writing = { isOver: false };
    const following = (async (): Promise<void> => {
      while (!writing.isOver) await follow();
    })();
    const write = async (user: ChatUser): Promise<void> => {
      for (let turn = 0; turn < 15; turn += 1) {
        const post = await user.createPost(room.id, { title: `Topic ${turn}` });
        await user.send(post.id);
        await user.patch(`/api/rooms/${room.id}/posts/${post.id}`, { title: `Renamed ${turn}` });
        await user.send(room.chatPost.id);
      }
    };
    await Promise.all([ann, bob, carol].map(write));
    writing.isOver = true;
    await following;
    await follow();
    const fresh = await sync(bob);
    const ofRoom = fresh.posts.filter(({ roomId }) => roomId === room.id);
    expect(ofRoom).toHaveLength(46);
    for (const { id, version, rev, title } of fresh.posts) expect(state.get(id)).toEqual({ version, rev, title });
    for (const { postId, version } of fresh.marks) expect(marks.get(postId)).toBe(version);
  });
});
