import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessagesFrame } from '#contracts/socket-events.js';
import { HttpContract } from '../kit/api/http-contract.js';
import { SocketContract } from '../kit/api/socket-contract.js';
import { TestServer } from '../kit/api/test-server.js';
import type { ChatUser } from '../kit/api/chat-user.js';

describe('the validators of the API tests', () => {
  let server: TestServer;
  let ann: ChatUser;
  const http = new HttpContract();
  const sockets = new SocketContract();

  beforeAll(async () => {
    server = await TestServer.start();
    ann = await server.register('ann');
  });
  afterAll(() => server.stop());

  const answered = (path: string, body: unknown, status = 200, contentType = 'application/json') =>
    http.findFault({ method: 'GET', path, status, contentType, body });

  it('find every fault planted in a good answer', async () => {
    const room = await ann.createRoom();
    const good = { ...room };
    expect(answered(`/api/rooms/${room.slug}`, good)).toBeUndefined();
    expect(answered(`/api/rooms/${room.slug}`, { ...good, secret: 1 })).toContain('additional properties');
    expect(answered('/api/rooms/a', { ...good, chatPost: { ...room.chatPost, secret: 1 } })).toContain('chatPost');
    expect(answered('/api/rooms/a', { ...good, memberCount: '1' })).toContain('memberCount');
    expect(answered('/api/rooms/a', { ...good, myRole: null })).toBeUndefined();
    expect(answered('/api/rooms/a', { ...good, myRole: 'king' })).toContain('myRole');
    expect(answered('/api/rooms/a', good, 200, 'text/html')).toContain('documented are');
    expect(answered('/api/rooms/a', good, 418)).toContain('not documented');
    expect(answered('/api/nothing', good)).toContain('not documented');
  });

  it('find every fault planted in a good frame and a good acknowledgement', async () => {
    const room = await ann.createRoom();
    const socket = await ann.open(room.chatPost.id);
    await ann.send(room.chatPost.id);
    const frame: MessagesFrame = await socket.waitFor('messages');
    expect(sockets.findEventFault('messages', [frame])).toBeUndefined();
    expect(sockets.findEventFault('messages', [{ ...frame, secret: 1 }])).toContain('additional properties');
    expect(sockets.findEventFault('messages', [{ ...frame, items: [{ ...frame.items[0], text: 1 }] }])).toContain(
      'text',
    );
    expect(sockets.findEventFault('messages', [frame, frame])).toContain('2 arguments');
    expect(sockets.findEventFault('gossip', [frame])).toContain('not documented');
    expect(sockets.findAckFault('post:read', { ok: true, readSeq: 1, version: 1 })).toBeUndefined();
    expect(sockets.findAckFault('post:read', { ok: true, readSeq: 1 })).toContain('version');
    expect(sockets.findAckFault('post:read', { ok: true, readSeq: 1, version: 1, extra: 1 })).toContain('additional');
    expect(sockets.findAckFault('post:read', { ok: false, error: { code: 'made_up', message: '' } })).toContain('code');
    expect(sockets.findAckFault('made:up', { ok: true })).toContain('not documented');
  });
});
