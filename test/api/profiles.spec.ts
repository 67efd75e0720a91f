import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Profile } from '#contracts/profile.dto.js';
import type { User, UserPage } from '#contracts/user.dto.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

describe('people', () => {
  let server: TestServer;
  let owner: ChatUser;
  let ann: ChatUser;
  let bob: ChatUser;

  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
    [ann, bob] = await server.registerAll('ann', 'bob');
  });
  afterAll(() => server.stop());

  it('are seen by those who have a session, and their e-mail address by themselves and admins alone', async () => {
    for (const path of ['/api/users', '/api/users/me', `/api/users/${bob.name}`, `/api/profiles/${bob.name}`])
      expect((await server.ask(path)).status).toBe(401);
    const emailFor = async (viewer: ChatUser): Promise<string | undefined> =>
      (await viewer.get<Profile>(`/api/profiles/${bob.name}`)).body.email;
    expect([await emailFor(ann), await emailFor(bob), await emailFor(owner)]).toEqual([
      undefined,
      bob.email,
      bob.email,
    ]);
    for (const path of ['/api/users', '/api/users/me', `/api/users/${bob.name}`])
      expect((await bob.get(path)).text).not.toContain('@example.test');
    expect((await ann.get<UserPage>(`/api/users?q=${encodeURIComponent('example.test')}`)).body.items).toEqual([]);
  });

  it('cannot have everybody told of their profile without end', async () => {
    const strict = await TestServer.start({ RATE_LIMITS: 'on' });
    try {
      const [one, other] = [await strict.register('one'), await strict.register('other')];
      const change = (who: ChatUser, aboutMe: string) => who.patch('/api/profiles/me', { aboutMe });
      const answers = [];
      for (let count = 0; count <= 60; count += 1) answers.push((await change(one, `word ${String(count)}`)).status);
      expect([answers.indexOf(429), (await change(other, 'mine')).status]).toEqual([60, 200]);
      expect((await one.patch('/api/profiles/me', { theme: 'dark' })).status).toBe(200);
      expect((await one.get<Profile>(`/api/profiles/${one.name}`)).body.aboutMe).toBe('word 59');
    } finally {
      await strict.stop();
    }
  });

  it('change only their own profile, field by field', async () => {
    const change = { aboutMe: 'two\nlines', location: '上海', locale: 'zh', theme: 'dark', density: 'compact' };
    const changed = (await ann.patch<Profile>('/api/profiles/me', { ...change, displayName: ' 安  娜 ' })).body;
    expect(changed).toMatchObject({ ...change, user: { id: ann.id, displayName: '安 娜' } });
    expect((await bob.patch(`/api/profiles/${ann.name}`, { aboutMe: 'x' })).status).toBe(404);
    expect((await ann.patch<Profile>('/api/profiles/me', { location: '' })).body).toMatchObject({
      aboutMe: 'two\nlines',
      location: '',
    });
    const seen = (await bob.get<Profile>(`/api/profiles/${ann.name.toUpperCase()}`)).body;
    expect(seen).toEqual({ user: changed.user, aboutMe: 'two\nlines', location: '' });
  });

  it('show a new name to everybody at once', async () => {
    const client = await bob.connect();
    const { user } = (await ann.patch<Profile>('/api/profiles/me', { displayName: 'Anna' })).body;
    const told = await client.waitFor('user', ({ id }) => id === ann.id);
    expect(told).toEqual(user);
    expect(told).toEqual((await bob.get<User>(`/api/users/${ann.name}`)).body);
    client.close();
  });

  it('tell everybody of new words about oneself, and of nothing that only oneself sees', async () => {
    const client = await bob.connect();
    await ann.patch('/api/profiles/me', { theme: 'light' });
    await ann.patch('/api/profiles/me', { location: '苏州' });
    const told = await client.waitFor('user', ({ id }) => id === ann.id);
    expect(told).toEqual((await bob.get<User>(`/api/users/${ann.name}`)).body);
    expect(client.heard.filter(({ event }) => event === 'user').map(({ payload }) => payload)).toEqual([told]);
    client.close();
  });

  it.each<[object, string, string]>([
    [{ displayName: '' }, 'displayName', 'required'],
    [{ displayName: 'x'.repeat(61) }, 'displayName', 'too_long'],
    [{ aboutMe: 'x'.repeat(501) }, 'aboutMe', 'too_long'],
    [{ location: 'x'.repeat(51) }, 'location', 'too_long'],
    [{ location: 'a\0' }, 'location', 'text_invalid'],
    [{ theme: 'pink' }, 'theme', 'invalid'],
    [{ density: 'dense' }, 'density', 'invalid'],
    [{ locale: 'xx' }, 'locale', 'invalid'],
    [{ email: 'other@example.test' }, 'email', 'unknown_field'],
    [{ role: 'owner' }, 'role', 'unknown_field'],
  ])('cannot be %j', async (change, field, code) => {
    const before = (await bob.get(`/api/profiles/${bob.name}`)).body;
    const { status, body } = await bob.patch('/api/profiles/me', change);
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field, code })]]);
    expect((await bob.get(`/api/profiles/${bob.name}`)).body).toEqual(before);
  });

  it('are found by part of a name, a page at a time', async () => {
    const word = 'findme';
    await server.registerAll(word, word, word);
    const found: string[] = [];
    let cursor = '';
    do {
      const { body } = await bob.get<UserPage>(`/api/users?q=FINDME&limit=2${cursor && `&cursor=${cursor}`}`);
      expect(body.total).toBe(3);
      found.push(...body.items.map(({ username }) => username));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(found).toEqual([...new Set(found)].sort());
    expect(found).toHaveLength(3);
    expect((await bob.get<UserPage>('/api/users?q=%25')).body.items).toEqual([]);
    expect((await bob.get<User>(`/api/users/${ann.name.toUpperCase()}`)).body.id).toBe(ann.id);
    for (const nobody of ['nobody', '%F0%9F%8E%89', '%00', 'a'.repeat(500), "'--"])
      expect((await bob.get(`/api/users/${nobody}`)).status).toBe(404);
  });

  it('are found by id, many at once, and nobody is made up', async () => {
    const asked = await bob.get<UserPage>(`/api/users?ids=${ann.id},${randomUUID()},${owner.id}`);
    expect(asked.body.items.map(({ id }) => id).sort()).toEqual([ann.id, owner.id].sort());
    for (const ids of ['nonsense', `${ann.id},`, Array.from({ length: 201 }, () => randomUUID()).join()])
      expect((await bob.get(`/api/users?ids=${ids}`)).status).toBe(422);
  });
});
