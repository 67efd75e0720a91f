import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Room } from '#contracts/room.dto.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { startWithRedis } from '../kit/api/nodes.js';
import type { TestServer } from '../kit/api/test-server.js';
import { expectSoon } from '../kit/eventually.js';

describe('who is online, on two nodes', () => {
  let server: TestServer;
  let there: Awaited<ReturnType<TestServer['startBeside']>>;
  let ann: ChatUser;
  let bob: ChatUser;
  let eve: ChatUser;
  let room: Room;
  let anns: ChatClient;

  beforeAll(async () => {
    ({ server } = await startWithRedis());
    ann = await server.register('ann');
    [bob, eve] = await server.registerAll('bob', 'eve');
    room = await ann.createRoom();
    await Promise.all([bob.join(room.slug), eve.join(room.slug)]);
    anns = await ann.connect();
    there = await server.startBeside({});
  });
  afterAll(() => server.stop());

  const watch = async (): Promise<string[]> =>
    (await anns.done('presence:watch', { userIds: [bob.id, eve.id] })).online;
  const count = async (address: string): Promise<number> =>
    (await ann.at(address).get<Room>(`/api/rooms/${room.id}`)).body.onlineCount;
  const told = (user: ChatUser): boolean[] =>
    anns.all('presence').flatMap(({ userId, online }) => (userId === user.id ? [online] : []));

  it('is known to a node that starts later', async () => {
    await expectSoon(() => count(there.address), 1);
  });

  it('is answered and told across, and counted the same everywhere', async () => {
    expect(await watch()).toEqual([]);
    await bob.at(there.address).connect();
    expect(await anns.waitFor('presence', undefined, 1_000)).toEqual({ userId: bob.id, online: true });
    expect(await watch()).toEqual([bob.id]);
    expect([await count(server.address), await count(there.address)]).toEqual([2, 2]);
  });

  it('stays while a tab is open on either, through a change of node, and ends five seconds after the last', async () => {
    await watch();
    const [here, over] = [await eve.connect(), await eve.at(there.address).connect()];
    here.close();
    await pause(5_500);
    expect(told(eve)).toEqual([true]);
    over.close();
    await pause(2_000);
    const moved = await eve.connect();
    await pause(4_000);
    expect(told(eve)).toEqual([true]);
    const closed = performance.now();
    moved.close();
    await anns.waitFor('presence', ({ userId, online }) => userId === eve.id && !online, 7_000);
    expect(performance.now() - closed).toBeGreaterThan(4_800);
    expect(told(eve)).toEqual([true, false]);
  }, 30_000);

  it('is over within thirty seconds for those whose node was killed, and for nobody with a tab on another', async () => {
    await watch();
    await eve.at(there.address).connect();
    await eve.connect();
    await expectSoon(() => count(server.address), 3);
    anns.forget();
    await there.stop('SIGKILL');
    await anns.waitFor('presence', ({ userId, online }) => userId === bob.id && !online, 30_000);
    expect(told(eve)).toEqual([]);
    expect(await watch()).toEqual([eve.id]);
    expect(await count(server.address)).toBe(2);
  }, 60_000);
});
