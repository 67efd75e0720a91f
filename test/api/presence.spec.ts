import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import type { User } from '#contracts/user.dto.js';
import { ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('presence', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  let anns: ChatClient;

  beforeAll(async () => {
    server = await TestServer.start();
    ann = await server.register('ann');
    anns = await ann.connect();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    bob = await server.register('bob');
    anns.forget();
  });

  const watch = async (...users: ChatUser[]): Promise<string[]> =>
    (await anns.done('presence:watch', { userIds: users.map(({ id }) => id) })).online;
  const told = (): boolean[] =>
    anns
      .all('presence')
      .filter(({ userId }) => userId === bob.id)
      .map(({ online }) => online);

  it('answers who is there, and tells who comes', async () => {
    expect(await watch(ann, bob)).toEqual([ann.id]);
    await bob.connect();
    expect(await anns.waitFor('presence')).toEqual({ userId: bob.id, online: true });
    expect(await watch(ann, bob)).toEqual([ann.id, bob.id]);
  });

  it('stays while one of two tabs is open, and through a reload, and ends five seconds after the last closed', async () => {
    await watch(bob);
    const [one, other] = [await bob.connect(), await bob.connect()];
    await anns.waitFor('presence');
    one.close();
    await pause(5_500);
    expect(told()).toEqual([true]);
    other.close();
    await pause(2_000);
    const reloaded = await bob.connect();
    await pause(4_500);
    expect(told()).toEqual([true]);
    const closed = performance.now();
    reloaded.close();
    await anns.waitFor('presence', ({ online }) => !online, 7_000);
    expect(performance.now() - closed).toBeGreaterThan(4_800);
    expect(told()).toEqual([true, false]);
    const { lastSeenAt } = (await ann.get<User>(`/api/users/${bob.name}`)).body;
    expect(Date.now() - Date.parse(lastSeenAt!)).toBeLessThan(10_000);
  });

  it('is told only of those who are watched: the list replaces the one before', async () => {
    await watch(bob);
    await watch(ann);
    await bob.connect();
    await pause(500);
    expect(anns.all('presence')).toEqual([]);
  });

  it('knows people whatever the case of their ids', async () => {
    const userIds = [bob.id.toUpperCase()];
    await anns.done('presence:watch', { userIds });
    await bob.connect();
    expect(await anns.waitFor('presence')).toEqual({ userId: bob.id, online: true });
    expect((await anns.done('presence:watch', { userIds })).online).toEqual([bob.id]);
  });

  it('refuses more than five hundred, and ids that are none', async () => {
    const ids = Array.from({ length: 501 }, () => randomUUID());
    const refused = async (userIds: unknown): Promise<string | undefined> =>
      (await anns.askAnything('presence:watch', { userIds })).error?.code;
    expect(await refused(ids)).toBe('validation_failed');
    expect(await refused(['x'])).toBe('validation_failed');
    expect(await refused('x')).toBe('validation_failed');
    expect(await refused(ids.slice(1))).toBeUndefined();
  });

  it('counts members who are there in rooms', async () => {
    const room = await ann.createRoom();
    await bob.join(room.slug);
    const online = async (): Promise<number> => (await ann.get<Room>(`/api/rooms/${room.id}`)).body.onlineCount;
    expect(await online()).toBe(1);
    await bob.connect();
    await bob.connect();
    expect(await online()).toBe(2);
  });

  it('is nobody after the server was killed, but those who connect again', async () => {
    await bob.connect();
    await server.restart('SIGKILL');
    const again = await ChatClient.connect(server.address, { token: ann.token, protocol: 1 });
    expect((await again.done('presence:watch', { userIds: [ann.id, bob.id] })).online).toEqual([ann.id]);
    again.close();
  });
});

describe('typing', () => {
  let server: TestServer;
  let room: Room;
  let ann: ChatUser;
  let bob: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom();
  });
  afterAll(() => server.stop());

  it('is told to the others in the post, once in three seconds, and never of visitors', async () => {
    const postId = room.chatPost.id;
    const [anns, bobs] = [await ann.open(postId), await bob.open(postId)];
    bobs.socket.emit('typing', { postId });
    await pause(300);
    expect(anns.all('typing')).toEqual([]);
    await bob.join(room.slug);
    const second = await bob.open(postId);
    for (let count = 0; count < 10; count += 1) second.socket.emit('typing', { postId });
    expect(await anns.waitFor('typing')).toEqual({ postId, userId: bob.id });
    await pause(2_000);
    second.socket.emit('typing', { postId });
    await pause(300);
    expect(anns.all('typing')).toHaveLength(1);
    await pause(1_000);
    second.socket.emit('typing', { postId });
    await pause(300);
    expect(anns.all('typing')).toHaveLength(2);
    expect(second.all('typing')).toEqual([]);
  });
});
