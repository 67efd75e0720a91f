import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Post, PostPage, SharedPost } from '#contracts/post.dto.js';
import type { Membership, MembershipPage, Room, SharedRoom } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatClient } from '../kit/api/chat-client.js';
import { acceptInvite, makeLink } from '../kit/api/invites.js';
import { Reader } from '../kit/api/reader.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { putPicture } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { checkeredPng } from '../kit/pictures.js';

/** What a client holds of one room: fetched once, then changed by events alone, a lower version ignored. */
class RoomState {
  readonly posts = new Map<string, SharedPost>();
  readonly members = new Map<string, Membership>();
  room!: SharedRoom;
  isGone = false;

  static async fetch(user: ChatUser, roomId: string): Promise<RoomState> {
    const state = new RoomState();
    const room = await body(user.get<Room>(`/api/rooms/${roomId}`));
    const { items: posts } = await body(user.get<PostPage>(`/api/rooms/${roomId}/posts`));
    const { items: members } = await body(user.get<MembershipPage>(`/api/rooms/${roomId}/members`));
    state.takeRoom({ ...sharedRoom(room) });
    for (const post of posts) state.posts.set(post.id, sharedPost(post));
    for (const member of members) state.members.set(member.user.id, member);
    return state;
  }

  follow(client: ChatClient, roomId: string): void {
    const { socket } = client;
    socket.on('room', (room) => room.id === roomId && this.takeRoom(room));
    socket.on('post', (post) => post.roomId === roomId && this.takePost(post));
    socket.on('membership', (membership) => membership.roomId === roomId && this.takeMember(membership));
    socket.on('post:deleted', ({ postId }) => this.posts.delete(postId));
    socket.on('room:deleted', (frame) => (this.isGone ||= frame.roomId === roomId));
  }

  /** The facts that have versions; what counts messages comes by frames and activity. */
  get facts(): object {
    const posts = [...this.posts.values()].map(
      ({ lastSeq: _, rev: __, activeAt: ___, firstSeq: ____, ...facts }) => facts,
    );
    const { chatPost: _, ...room } = this.room;
    const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);
    const members = [...this.members.values()].filter(({ leftAt }) => leftAt === undefined);
    members.sort((one, other) => byId(one.user, other.user));
    return { room, posts: posts.sort(byId), members };
  }

  private takeRoom(room: SharedRoom): void {
    const present = this.room as SharedRoom | undefined;
    if ((present?.version ?? 0) <= room.version) this.room = room;
  }

  private takePost(post: SharedPost): void {
    if (!((this.posts.get(post.id)?.version ?? 0) > post.version)) this.posts.set(post.id, post);
  }

  private takeMember(membership: Membership): void {
    if ((this.members.get(membership.user.id)?.version ?? 0) > membership.version) return;
    // Who left stays known with the version of that, so that a lower one which comes later is ignored.
    this.members.set(membership.user.id, membership);
  }
}

function sharedPost({ readSeq: _, unread: __, ...post }: Post): SharedPost {
  return post;
}

/** Without what differs from reader to reader. */
function sharedRoom({ chatPost, ...room }: Room): SharedRoom {
  const own = ['myRole', 'onlineCount', 'unread', 'latest', 'isFavourite', 'favouriteVersion', 'requestCount'];
  const facts = Object.fromEntries(Object.entries(room).filter(([key]) => !own.includes(key)));
  return { ...(facts as unknown as Omit<SharedRoom, 'chatPost'>), chatPost: sharedPost(chatPost) };
}

describe('a state with its events', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let carol: ChatUser;
  let visitor: ChatUser;
  let room: Room;
  let topic: Post;

  beforeAll(async () => {
    server = await TestServer.start();
    // The first account is the owner of the organisation.
    ann = await server.register('ann');
    [bob, carol, visitor] = await server.registerAll('bob', 'carol', 'visitor');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await ann.createRoom();
    await bob.join(room.slug);
    topic = await ann.createPost(room.id, { tags: ['one'] });
  });

  const inRoom = (path = ''): string => `/api/rooms/${room.id}${path}`;
  const changes: [string, () => Promise<unknown>][] = [
    [
      'the room is renamed and moved',
      () => ann.patch(inRoom(), { name: 'Other', about: 'New', slug: `other-${Date.now()}` }),
    ],
    ['the room becomes private', () => ann.patch(inRoom(), { visibility: 'private' })],
    ['a member joins', () => carol.join(room.slug)],
    ['a member is added', () => ann.add(room.id, carol)],
    ['a member leaves', async () => (await carol.join(room.slug), carol.delete(inRoom('/membership')))],
    ['a member is removed', async () => (await carol.join(room.slug), ann.delete(inRoom(`/members/${carol.name}`)))],
    [
      'a member comes back',
      async () => (await carol.join(room.slug), await carol.delete(inRoom('/membership')), carol.join(room.slug)),
    ],
    ['a role changes', () => ann.put(inRoom(`/members/${bob.name}`), { role: 'moderator' })],
    ['the room is handed over', () => ann.put(inRoom(`/members/${bob.name}`), { role: 'owner' })],
    ['a post is made', () => bob.createPost(room.id, { title: 'New', about: 'x', tags: ['a', 'b'] })],
    ['a post is changed', () => ann.patch(inRoom(`/posts/${topic.id}`), { title: 'Other', about: 'x', tags: ['two'] })],
    ['the room gets a picture', () => picture(inRoom('/image'))],
    ['a post gets a picture', () => picture(inRoom(`/posts/${topic.id}/image`))],
    [
      'a post loses its picture',
      async () => (await picture(inRoom(`/posts/${topic.id}/image`)), ann.delete(inRoom(`/posts/${topic.id}/image`))),
    ],
    ['the room is archived', () => ann.put(inRoom('/archive'))],
    [
      'the room comes back from the archive',
      async () => (await ann.put(inRoom('/archive')), ann.delete(inRoom('/archive'))),
    ],
    ['a post is deleted', () => ann.post(inRoom(`/posts/${topic.id}/deletion`), { confirmTitle: topic.title })],
    ['a tag is renamed', () => ann.patch('/api/admin/tags/one', { name: `uno-${Date.now()}` })],
    [
      'a tag is merged into another',
      async () => {
        await ann.createPost(room.id, { tags: ['other'] });
        return ann.post('/api/admin/tags/one/merge', { into: 'other' });
      },
    ],
    ['a tag is taken from every post', () => ann.delete('/api/admin/tags/one')],
    ['somebody comes by a link', async () => acceptInvite(carol, (await makeLink(ann, room.id)).token)],
    ['an admin makes somebody else owner', () => ann.put(`/api/admin/rooms/${room.id}/owner`, { username: bob.name })],
    ['a post is resolved', () => bob.patch(inRoom(`/posts/${topic.id}`), { state: 'resolved' })],
  ];

  const picture = async (path: string): Promise<unknown> => body(putPicture(ann, path, await checkeredPng(40, 30)));

  it.each(changes)('is what a fresh fetch gives, after %s', async (what, change) => {
    const readers = [bob, ...(what.includes('private') ? [] : [visitor])];
    const states = await Promise.all(readers.map(watch));
    const answer = (await change()) as { status?: number } | undefined;
    expect(answer?.status ?? 200).toBeLessThan(300);
    for (const [index, state] of states.entries()) await sameAsFresh(readers[index]!, state);
  });

  it('is what a fresh fetch gives, after everything at once', async () => {
    const states = await Promise.all([bob, visitor].map(watch));
    await Promise.all(
      changes
        .filter(([what]) => !/private|handed|archive|deleted|tag is|owner/u.test(what))
        .map(([, change]) => change()),
    );
    await sameAsFresh(bob, states[0]!);
    await sameAsFresh(visitor, states[1]!);
  });

  it('has its messages as a fresh fetch gives them, whatever is done to them and forwarded among them', async () => {
    const readers = await Promise.all([bob, visitor].map((user) => Reader.open(user, topic.id)));
    const [first, second, third] = [await ann.send(topic.id), await bob.send(topic.id), await ann.send(topic.id)];
    await ann.send(topic.id, 'an answer', { replyToId: first.id });
    await body(ann.post(`/api/messages/${first.id}/recall`));
    await body(ann.post(`/api/messages/${second.id}/removal`, { reason: 'Off topic' }));
    const forward = { postId: topic.id, clientId: randomUUID() };
    await body(bob.post(`/api/messages/${third.id}/forward`, forward));
    await body(ann.patch(`/api/messages/${third.id}`, { text: 'other words' }));
    const { items, head } = await body(bob.get<MessagePage>(`/api/posts/${topic.id}/messages`));
    expect(items.map(({ state }) => state)).toEqual(['recalled', 'removed', 'live', 'live', 'live']);
    for (const reader of readers) {
      await reader.reaches(head.rev);
      expect(reader.list).toEqual(items);
      expect(reader.gaps).toEqual([]);
    }
  });

  it('is nothing, after the room is deleted', async () => {
    const states = await Promise.all([bob, visitor].map(watch));
    await body(ann.post(inRoom('/deletion'), { confirmName: room.name }));
    for (const [index, reader] of [bob, visitor].entries()) {
      await eventually(() => expect(states[index]!.isGone).toBe(true));
      expect((await reader.get(inRoom())).status).toBe(404);
    }
  });

  it('has the favourites of its user as a fresh fetch gives them, and how many ask to join', async () => {
    const [anns, bobs] = [await ann.connect(), await bob.connect()];
    await body(bob.put(inRoom('/favourite')));
    expect(await bobs.waitFor('favourite')).toEqual({ roomId: room.id, isFavourite: true, version: 1 });
    expect((await bob.get<Room>(inRoom())).body.isFavourite).toBe(true);
    await ann.patch(inRoom(), { visibility: 'private' });
    await carol.post(inRoom('/requests'));
    expect(await anns.waitFor('requests')).toEqual({ roomId: room.id, count: 1 });
    expect((await ann.get<Room>(inRoom())).body.requestCount).toBe(1);
  });

  it('has a new public room at once, for everybody, and a private one for its members alone', async () => {
    const [sees, hears] = [await visitor.connect(), await ann.connect()];
    const open = await ann.createRoom({ name: 'Open' });
    const closed = await ann.createRoom({ name: 'Closed', visibility: 'private' });
    expect(await sees.waitFor('room', ({ id }) => id === open.id)).toEqual(sharedRoom(open));
    expect(await hears.waitFor('room', ({ id }) => id === closed.id)).toEqual(sharedRoom(closed));
    expect(sees.all('room').filter(({ id }) => id === closed.id)).toEqual([]);
  });

  async function watch(user: ChatUser): Promise<RoomState> {
    const client = await user.open(room.chatPost.id);
    const state = await RoomState.fetch(user, room.id);
    state.follow(client, room.id);
    return state;
  }

  async function sameAsFresh(user: ChatUser, state: RoomState): Promise<void> {
    const end = Date.now() + 3_000;
    for (;;) {
      const fresh = await RoomState.fetch(user, room.id);
      try {
        expect(state.facts).toEqual(fresh.facts);
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((done) => setTimeout(done, 50));
      }
    }
  }
});
