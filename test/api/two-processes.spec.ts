import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Room } from '#contracts/room.dto.js';
import { ChatClient } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, heardInState, sendWith, upload } from '../kit/api/files.js';
import { Reader } from '../kit/api/reader.js';
import { startWithRedis } from '../kit/api/nodes.js';
import { TestServer } from '../kit/api/test-server.js';
import { CANARIES, photograph } from '../kit/photos.js';
import { startRedis, type TestRedis } from '../kit/redis.js';

const connect = (address: string, { token }: ChatUser): Promise<ChatClient> =>
  ChatClient.connect(address, { token, protocol: 1 });

describe('a process for the web and one for jobs', () => {
  let server: TestServer;
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  afterEach(() => server.stop());

  it.each(['PostgreSQL', 'Redis'])('share the work, which waits in %s', async (kept) => {
    const variables: Record<string, string> = kept === 'Redis' ? { REDIS_URL: redis.url } : {};
    server = await TestServer.start({ ROLE: 'web', ...variables });
    const [ann, bob] = await server.registerAll('ann', 'bob');
    const room = await ann.createRoom();
    await bob.join(room.slug);
    const sees = await bob.open(room.chatPost.id);
    const { id } = await upload(ann, room.id, await photograph(), 'photo.jpg');
    await sendWith(ann, room.chatPost.id, [id]);
    await expect(heardInState(sees, id, 'processing')).resolves.toMatchObject({ id });
    expect(sees.all('messages')).toHaveLength(1);

    const worker = await server.startBeside({ ROLE: 'worker' });
    expect(worker.address).toBe('');
    const ready = await heardInState(sees, id, 'ready');
    const { status, bytes } = await download(bob, ready.url);
    expect([status, CANARIES.filter((canary) => bytes.includes(canary))]).toEqual([200, []]);
  });
});

describe('a second process for the web', () => {
  let server: TestServer;
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  afterEach(() => server.stop());

  it.each([
    ['without Redis beside one without', false, false],
    ['without Redis beside one with it', true, false],
    ['with Redis beside one without', false, true],
  ])('refuses to start %s, and leaves the first one alone', async (_, hasFirst, hasSecond) => {
    const variables = (hasRedis: boolean) => ({ REDIS_URL: hasRedis ? redis.url : '' });
    server = await TestServer.start(variables(hasFirst));
    const second = server.beginBeside(variables(hasSecond));
    expect(await second.ended).toMatchObject({ code: 1 });
    expect(second.output).toContain('Another Roomers serves this database already.');
    expect((await server.ask('/api/health/ready')).status).toBe(200);
  });
});

describe('two processes for the web', () => {
  let server: TestServer;
  let there: string;
  let ann: ChatUser;
  let bob: ChatUser;
  let room: Room;

  beforeAll(async () => {
    ({ server } = await startWithRedis());
    there = (await server.startBeside({})).address;
    [ann, bob] = await server.registerAll('ann', 'bob');
    room = await ann.createRoom();
    await bob.join(room.slug);
  });
  afterAll(() => server.stop());

  it("know each other's sessions, rooms and messages", async () => {
    const reader = await Reader.open(bob, room.chatPost.id, await connect(there, bob));
    expect(reader.list.map(({ kind, seq }) => [kind, seq])).toEqual([['system', 1]]);
    reader.client.socket.close();
  });

  it('show a message, its edit and its recall to readers of the other one, within five seconds and once', async () => {
    const reader = await Reader.open(bob, room.chatPost.id, await connect(there, bob));
    const writer = await connect(server.address, ann);
    const { message } = await writer.done('message:send', {
      postId: room.chatPost.id,
      clientId: randomUUID(),
      text: 'across',
    });
    await reader.reaches(message.rev, 6_000);
    const { message: edited } = await writer.done('message:edit', { messageId: message.id, text: 'across, edited' });
    await reader.reaches(edited.rev, 6_000);
    expect(reader.list.at(-1)).toMatchObject({ id: message.id, text: 'across, edited' });
    const { message: recalled } = await writer.done('message:recall', { messageId: message.id });
    await reader.reaches(recalled.rev, 6_000);
    expect(reader.list.at(-1)).toMatchObject({ id: message.id, state: 'recalled', text: '' });
    expect(reader.gaps).toEqual([]);
    expect(reader.client.all('messages').map(({ items }) => items.length)).toEqual([1, 1, 1]);
    reader.client.socket.close();
  });

  it('take one key once, from whichever it comes', async () => {
    const [here, over] = [await connect(server.address, ann), await connect(there, ann)];
    const send = { postId: room.chatPost.id, clientId: randomUUID(), text: 'once' };
    const answers = await Promise.all([here.done('message:send', send), over.done('message:send', send)]);
    expect(answers[0].message).toEqual(answers[1].message);
    expect(await server.sql('select from messages where client_id = $1', [send.clientId])).toHaveLength(1);
  });

  it("lose nothing when the sender's dies between commit and fan-out: a reader of the other one has it without reconnecting", async () => {
    const dying = await server.startBeside({ FAIL_POINT: 'message-committed' });
    const reader = await Reader.open(bob, room.chatPost.id, await connect(there, bob));
    const writer = await connect(dying.address, ann);
    const clientId = randomUUID();
    writer.socket.emit('message:send', { postId: room.chatPost.id, clientId, text: 'left behind' }, () => {
      throw new Error('It was acknowledged.');
    });
    expect(await dying.ended).toMatchObject({ signal: 'SIGKILL' });
    await reader.reaches(reader.rev + 1, 6_000);
    expect(reader.list.filter((message) => message.clientId === clientId)).toHaveLength(1);
    expect(reader.gaps).toEqual([]);
    const again = await connect(there, ann);
    const { message } = await again.done('message:send', { postId: room.chatPost.id, clientId, text: 'left behind' });
    expect(message).toEqual(reader.list.at(-1));
  });
});
