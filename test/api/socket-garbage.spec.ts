import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { type ChatClient, pause } from '../kit/api/chat-client.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

const NOBODY = '019a0000-0000-7000-8000-000000000000';
const EVENTS = [
  ...['session:renew', 'post:open', 'post:close', 'message:send', 'message:edit', 'message:recall'],
  ...['post:read', 'post:unread', 'presence:watch'],
];
/** Codes that say what was wrong; anything of the server's own fault is not among them. */
const REFUSALS = ['malformed_request', 'validation_failed', 'text_invalid', 'not_found', 'unauthenticated'];

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = { postId: value };
  return value;
}

describe('a socket that sends what it should not', () => {
  let server: TestServer;
  let ann: ChatUser;
  let room: Room;
  let socket: ChatClient;

  beforeAll(async () => {
    server = await TestServer.start();
    ann = await server.register('ann');
    room = await ann.createRoom();
    socket = await ann.connect();
  });
  afterAll(() => server.stop());

  const history = async (): Promise<MessagePage> =>
    (await ann.get<MessagePage>(`/api/posts/${room.chatPost.id}/messages`)).body;

  const garbage: [string, () => unknown][] = [
    ['nothing', () => undefined],
    ['null', () => null],
    ['a number', () => 1],
    ['a text', () => 'x'],
    ['an empty text', () => ''],
    ['true', () => true],
    ['a list', () => [1, 2]],
    ['a list of objects', () => [{ postId: room.chatPost.id }]],
    ['an empty object', () => ({})],
    ['a deep object', () => nested(200)],
    ['bytes', () => Buffer.from('x')],
    ['bytes in an object', () => ({ postId: Buffer.from('x'), messageId: Buffer.from('x'), token: Buffer.from('x') })],
    ['lists for texts', () => ({ postId: ['a'], messageId: [NOBODY], token: ['a'], userIds: [['a']], text: ['a'] })],
    ['objects for texts', () => ({ postId: {}, messageId: {}, token: {}, userIds: {}, text: {}, seq: {} })],
    ['ids that are none', () => ({ postId: 'x', messageId: 'x', token: 'x', userIds: ['x'], text: 'x', seq: 1 })],
    ['ids of nobody with more', () => ({ postId: NOBODY, messageId: NOBODY, token: 'x', userIds: [], x: 1 })],
    ['a megabyte', () => ({ postId: room.chatPost.id, clientId: randomUUID(), text: 'x'.repeat(1_000_000) })],
    [
      'NUL',
      () => ({ postId: '\0', messageId: '\0', token: '\0', userIds: ['\0'], clientId: randomUUID(), text: '\0' }),
    ],
    [
      'half characters',
      () => ({ postId: '\ud800', messageId: '\ud800', token: '\ud800', clientId: '\ud800', text: '\ud800' }),
    ],
    ['a prototype', () => JSON.parse('{"__proto__":{"postId":"x"},"constructor":{"prototype":{}}}') as unknown],
    ['numbers beyond numbers', () => ({ postId: room.chatPost.id, seq: 1e308, rev: -1e308, text: 'x' })],
  ];

  describe.each(EVENTS)('with %s', (event) => {
    it.each(garbage)('and %s, is told so, stays connected, and nothing is stored', async (_, make) => {
      const before = await history();
      const payload = make();
      const answer = await socket.askAnything(event, ...(payload === undefined ? [] : [payload]));
      if (!answer.ok) expect(REFUSALS).toContain(answer.error?.code);
      // The rest of an event may be right; what is there must be the same all the same.
      else expect(['post:close', 'post:open', 'presence:watch', 'post:read']).toContain(event);
      expect(socket.isConnected).toBe(true);
      expect(await history()).toEqual(before);
    });
  });

  it('is answered when nobody knows the event, whatever it is called', async () => {
    for (const event of [
      'message:delete',
      'constructor',
      '__proto__',
      'toString',
      '',
      'x'.repeat(100_000),
      '\0',
      'read',
    ])
      expect((await socket.askAnything(event, { a: 1 })).error?.code).toBe('unknown_event');
    expect((await socket.askAnything('message:delete')).error?.code).toBe('unknown_event');
    socket.socket.emit('message:delete' as 'typing', { postId: 'x' });
    await pause(100);
    expect(socket.isConnected).toBe(true);
  });

  it('may send typing with anything, and no acknowledgement where one is due', async () => {
    for (const [, make] of garbage) socket.socket.emit('typing', make() as { postId: string });
    for (const event of EVENTS) socket.socket.emit(event as 'typing', { postId: room.chatPost.id });
    await pause(300);
    expect(socket.isConnected).toBe(true);
    expect((await socket.ask('post:open', { postId: room.chatPost.id })).ok).toBe(true);
  });

  it('may send more arguments than one', async () => {
    const wish = { postId: room.chatPost.id, clientId: randomUUID(), text: 'with more' };
    expect(await socket.askAnything('message:send', wish, { text: 'other' }, 1)).toMatchObject({ ok: true });
    expect((await history()).items.at(-1)?.text).toBe('with more');
  });

  it('with a frame over two megabytes is closed, and others are not', async () => {
    const other = await ann.connect();
    const wish = { postId: room.chatPost.id, clientId: randomUUID(), text: 'x'.repeat(2_200_000) };
    other.socket.emit('message:send', wish, () => undefined);
    await other.closed();
    expect(socket.isConnected).toBe(true);
    expect((await socket.ask('post:open', { postId: room.chatPost.id })).ok).toBe(true);
    expect(await server.sql('select 1 from messages where client_id = $1', [wish.clientId])).toEqual([]);
  });

  it('leaves no error of the server itself in its log', () => {
    expect(server.log.split('\n').filter((line) => /"level":(50|60)/u.test(line))).toEqual([]);
  });
});
