import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('null in place of a field that may be absent', () => {
  let server: TestServer;
  let ann: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    ann = await server.register('ann');
  });
  afterAll(() => server.stop());

  it('is a wrong value on every door, and changes nothing', async () => {
    const room = await ann.createRoom();
    const topic = await ann.createPost(room.id);
    const message = await ann.send(topic.id);
    const inRoom = `/api/rooms/${room.id}`;
    const requests: [string, string, object][] = [
      ['POST', '/api/rooms', { name: 'a', about: null }],
      ['POST', '/api/rooms', { name: 'a', slug: null }],
      ['POST', '/api/rooms', { name: 'a', visibility: null }],
      ['PATCH', inRoom, { name: null }],
      ['PATCH', inRoom, { about: null }],
      ['PATCH', inRoom, { visibility: null }],
      ['PUT', `${inRoom}/members/${ann.name}`, { role: null }],
      ['POST', `${inRoom}/posts`, { title: 'a', about: null }],
      ['POST', `${inRoom}/posts`, { title: 'a', tags: null }],
      ['PATCH', `${inRoom}/posts/${topic.slug}`, { title: null }],
      ['PATCH', `${inRoom}/posts/${topic.slug}`, { state: null }],
      ['PATCH', '/api/profiles/me', { displayName: null }],
      ['PATCH', '/api/profiles/me', { theme: null }],
      ['POST', `/api/posts/${topic.id}/messages`, { clientId: randomUUID(), text: 'a', attachmentIds: null }],
      ['PATCH', `/api/messages/${message.id}`, { text: 'a', baseEditedAt: null }],
    ];
    for (const [method, path, body] of requests) {
      const { status } = await ann.ask(method, path, { body });
      expect({ method, path, body, status }).toEqual({ method, path, body, status: 422 });
    }
    const socket = await ann.connect();
    const answer = await socket.askAnything('post:open', { postId: topic.id, rev: null });
    expect(answer.error?.code).toBe('validation_failed');
    expect((await ann.get(inRoom)).body).toMatchObject({ name: room.name, version: room.version });
  });
});
