import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Room } from '#contracts/room.dto.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('addresses of rooms', () => {
  let server: TestServer;
  let ann: ChatUser;
  let bob: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());

  const preview = async (name: string): Promise<string> => {
    const { body } = await ann.get<{ slug: string }>(`/api/slugs?for=room&name=${encodeURIComponent(name)}`);
    return body.slug;
  };

  it.each([
    ['机器学习', 'jiqixuexi'],
    ['测试房间', 'ceshifangjian'],
    ['My Room!', 'my-room'],
    ['x/y', 'x-y'],
    ['a-b', 'a-b'],
    ['Crème Brûlée', 'creme-brulee'],
    ['Straße', 'strasse'],
    ['女生', 'nvsheng'],
    ['%2e%2e/%00', '2e-2e-00'],
    ['chat', 'chat'],
  ])('%s is at %s, as was previewed, and opens there for somebody else', async (name, slug) => {
    expect(await preview(name)).toBe(slug);
    expect((await ann.createRoom({ name })).slug).toBe(slug);
    expect((await bob.get<Room>(`/api/rooms/${slug}`)).body.name).toBe(name);
    expect(await preview(name)).toBe(`${slug}-2`);
  });

  it.each(['..', '.', '🎉', '///', '？！'])('%s, which leaves nothing, gets a short random one', async (name) => {
    const room = await ann.createRoom({ name });
    expect(room.slug).toMatch(/^[a-z2-9]{4,12}$/u);
    expect((await bob.get<Room>(`/api/rooms/${room.slug}`)).body.name).toBe(name);
  });

  it('a name that looks like an id is no id', async () => {
    const other = await ann.createRoom();
    const room = await ann.createRoom({ name: other.id });
    expect(room.slug).toBe(`${other.id}-2`);
    expect((await bob.get<Room>(`/api/rooms/${other.id}`)).body.id).toBe(other.id);
  });

  it('is at most 64 long with its number', async () => {
    const name = 'a'.repeat(80);
    const slugs = [(await ann.createRoom({ name })).slug, (await ann.createRoom({ name })).slug];
    expect(slugs).toEqual(['a'.repeat(64), `${'a'.repeat(62)}-2`]);
  });

  it('twenty creators of one name at once all succeed, with twenty addresses', async () => {
    const rooms = await Promise.all(Array.from({ length: 20 }, () => bob.createRoom({ name: 'At once' })));
    const expected = ['at-once', ...Array.from({ length: 19 }, (_, index) => `at-once-${index + 2}`)];
    expect(rooms.map(({ slug }) => slug).sort()).toEqual(expected.sort());
  });

  it('a chosen address that is taken is refused with a free one', async () => {
    await ann.createRoom({ name: 'Chosen', slug: 'chosen' });
    const refused = await bob.post('/api/rooms', { name: 'Mine', slug: 'chosen' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'slug_taken', suggestion: 'chosen-2' } });
    expect((await bob.createRoom({ name: 'Mine', slug: 'chosen-2' })).slug).toBe('chosen-2');
    const both = await Promise.all(
      [ann, bob].map((user) => user.post('/api/rooms', { name: 'Both', slug: 'wanted-by-both' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each(['A', 'a b', '-a', 'a/b', '..', 'ä', '', 'a'.repeat(65), '019a0000-0000-7000-8000-000000000000', 'a--b'])(
    'a chosen address like %j is refused at its field',
    async (slug) => {
      const { status, body } = await ann.post('/api/rooms', { name: 'Room', slug });
      expect([status, body.errors?.[0]?.field]).toEqual([422, 'slug']);
    },
  );

  it('an old address leads to the room and stays taken', async () => {
    const room = await ann.createRoom({ name: 'Before', slug: 'before' });
    expect((await ann.patch(`/api/rooms/${room.id}`, { slug: 'after' })).status).toBe(200);
    for (const reference of ['before', 'BEFORE', 'after', room.id, room.id.toUpperCase()])
      expect((await bob.get<Room>(`/api/rooms/${reference}`)).body).toMatchObject({ id: room.id, slug: 'after' });
    expect(await preview('Before')).toBe('before-2');
    expect((await bob.post('/api/rooms', { name: 'x', slug: 'before' })).status).toBe(409);
    expect((await bob.createRoom({ name: 'Before' })).slug).toBe('before-2');
    const back = await ann.patch<Room>(`/api/rooms/${room.id}`, { slug: 'before' });
    expect(back.body.slug).toBe('before');
  });

  it('a new name keeps the address', async () => {
    const room = await ann.createRoom({ name: 'Stays' });
    const renamed = await ann.patch<Room>(`/api/rooms/${room.slug}`, { name: 'Other' });
    expect(renamed.body).toMatchObject({ name: 'Other', slug: room.slug, version: expect.any(Number) });
    expect(renamed.body.version).toBeGreaterThan(room.version);
  });

  it('addresses that can be none are not found, like those of nobody', async () => {
    const missing = await ann.get('/api/rooms/nobody-has-this');
    for (const odd of ['%00', '..%2f..', '%ff', "'%20or%201=1--", 'a'.repeat(3_000), '%F0%9F%8E%89', '__proto__']) {
      const { status, body } = await ann.get(`/api/rooms/${odd}`);
      if (status === 400) expect(body.code).toBe('malformed_request');
      else expect({ ...body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    }
  });
});
