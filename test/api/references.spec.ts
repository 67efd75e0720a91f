import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AdminRoom } from '#contracts/admin-content.dto.js';
import type { ChangedUser } from '#contracts/admin.dto.js';
import type { Message } from '#contracts/message.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

interface Operation {
  parameters?: { in: string; name: string }[];
}
const { paths } = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** Every route, with the names of its parameters that are in a place. */
function routesWith(place: 'path' | 'query'): [method: string, path: string, names: string[]][] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method): [string, string, string[]][] => {
      const names = (operations[method]?.parameters ?? []).filter((one) => one.in === place).map(({ name }) => name);
      return names.length > 0 ? [[method.toUpperCase(), path, names]] : [];
    }),
  );
}

describe('what addresses name', () => {
  let server: TestServer;
  let owner: ChatUser;
  let ann: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    [owner, ann] = await server.registerAll('owner', 'ann');
  });
  afterAll(() => server.stop());

  const entries = (action: string): Promise<object[]> =>
    server.sql('select target_id from audit_entries where action = $1', [action]);

  it.each(routesWith('path'))('is nothing when no text can be so: %s %s', async (method, path) => {
    const before = await server.sql('select id from audit_entries');
    for (const address of ['%00', 'a%00b']) {
      const { status } = await owner.ask(method, path.replaceAll(/\{\w+\}/gu, address));
      // What is wrong with the body may be found first.
      expect([404, 422, 400, 415]).toContain(status);
    }
    expect(await server.sql('select id from audit_entries')).toEqual(before);
  });

  it.each(routesWith('query'))('has filters that take no such text: %s %s %j', async (method, path, names) => {
    const room = await owner.createRoom();
    const address = path.replace(/\{room\}/u, room.id).replace(/\{(?:id|post)\}/u, room.chatPost.id);
    for (const name of names) {
      for (const text of ['%00', '%ED%A0%80', '2026-05', '999999999999999999999'])
        expect((await owner.ask(method, `${address}?${name}=${text}`)).status).toBeLessThan(500);
    }
  });

  describe('by an id in capitals', () => {
    it('is the same room, for who is in it, for who has it open, and in the record', async () => {
      const room = await ann.createRoom();
      const kept = `/api/admin/rooms/${room.id.toUpperCase()}`;
      const admins = await owner.connect();
      await body(owner.post<AdminRoom>(`${kept}/joining`));
      await ann.send(room.chatPost.id, 'for all');
      await admins.waitFor('activity', ({ roomId }) => roomId === room.id);
      await body(owner.put<AdminRoom>(`${kept}/archive`));
      expect(
        (await ann.post(`/api/posts/${room.chatPost.id}/messages`, { clientId: randomUUID(), text: 'x' })).status,
      ).toBe(409);
      await body(owner.post(`${kept}/deletion`, { confirmName: room.name }));
      await admins.waitFor('room:deleted', ({ roomId }) => roomId === room.id);
      expect((await ann.get(`/api/rooms/${room.id}`)).status).toBe(404);
      for (const action of ['room_joined_by_admin', 'room_archived', 'room_deleted'])
        expect(await entries(action)).toEqual([{ target_id: room.id }]);
    });

    it('is the same account', async () => {
      const { user } = await body(
        owner.patch<ChangedUser>(`/api/admin/users/${ann.id.toUpperCase()}`, { role: 'admin' }),
      );
      expect(user.id).toBe(ann.id);
      const wish = { action: 'makeMember', ids: [ann.id.toUpperCase()] };
      const { results } = await body(owner.post<{ results: object[] }>('/api/admin/users/bulk', wish));
      expect(results).toEqual([{ id: ann.id, isDone: true }]);
      const twice = { action: 'makeMember', ids: [ann.id, ann.id.toUpperCase()] };
      expect((await owner.post('/api/admin/users/bulk', twice)).status).toBe(422);
      expect(await entries('user_role_changed')).toEqual([{ target_id: ann.id }, { target_id: ann.id }]);
    });

    it('is the same message and post, over HTTP and sockets', async () => {
      const { chatPost } = await owner.createRoom();
      const socket = await owner.open(chatPost.id.toUpperCase());
      const clientId = randomUUID();
      const sent = await body(
        owner.post<Message>(`/api/posts/${chatPost.id.toUpperCase()}/messages`, {
          ...{ clientId: clientId.toUpperCase(), text: 'first' },
        }),
      );
      expect(sent).toMatchObject({ postId: chatPost.id, clientId });
      const { message } = await socket.done('message:edit', { messageId: sent.id.toUpperCase(), text: 'second' });
      expect(message).toMatchObject({ id: sent.id, text: 'second' });
      const reply = await owner.send(chatPost.id, 'reply', { replyToId: sent.id.toUpperCase() });
      expect(reply.replyTo).toMatchObject({ id: sent.id });
      // A send that is refused is answered with the message of its key.
      const again = await owner.post<Message>(`/api/posts/${chatPost.id.toUpperCase()}/messages`, {
        ...{ clientId: clientId.toUpperCase(), text: 'x'.repeat(100_000) },
      });
      expect([again.status, again.body.id]).toEqual([201, sent.id]);
      const refused = { postId: chatPost.id.toUpperCase(), clientId: clientId.toUpperCase(), text: '' };
      expect((await socket.done('message:send', refused)).message.id).toBe(sent.id);
    });

    it('is the same room where people are', async () => {
      const room = await owner.createRoom();
      const found = await body(owner.get<Room>(`/api/rooms/${room.id.toUpperCase()}`));
      expect(found.id).toBe(room.id);
      const post = await owner.createPost(room.id.toUpperCase());
      const path = `/api/rooms/${room.id.toUpperCase()}/posts/${post.id.toUpperCase()}`;
      expect((await body(owner.get<{ id: string }>(path))).id).toBe(post.id);
    });
  });
});
