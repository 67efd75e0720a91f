import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { LIMITS } from '#contracts/limits.js';
import type { MessagePage } from '#contracts/message.dto.js';
import type { Post, PostPage } from '#contracts/post.dto.js';
import type { Profile } from '#contracts/profile.dto.js';
import type { MembershipPage, Room, RoomPage } from '#contracts/room.dto.js';
import type { Sync } from '#contracts/sync.dto.js';
import type { User, UserPage } from '#contracts/user.dto.js';
import { type Answer, body, type Refusal } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { download, putPicture, sendFormTo, storedFiles } from '../kit/api/files.js';
import { TestServer } from '../kit/api/test-server.js';
import { eventually } from '../kit/eventually.js';
import { brokenPhotograph, CANARIES, photograph, pixelBomb, pixels } from '../kit/photos.js';

const OWN = '/api/profiles/me/image';

describe('pictures of people, rooms and posts', () => {
  let server: TestServer;
  let owner: ChatUser;
  let moderator: ChatUser;
  let author: ChatUser;
  let member: ChatUser;
  let eve: ChatUser;
  let small: Buffer;
  let room: Room;
  let post: Post;

  beforeAll(async () => {
    server = await TestServer.start();
    const users = await server.registerAll('owner', 'moderator', 'author', 'member', 'eve');
    [owner, moderator, author, member, eve] = users;
    small = await pixels(60, 40).png().toBuffer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await owner.createRoom({ visibility: 'private' });
    for (const one of [moderator, author, member]) await owner.add(room.slug, one);
    await body(owner.put(`/api/rooms/${room.slug}/members/${moderator.name}`, { role: 'moderator' }));
    post = await author.createPost(room.slug);
  });

  const ofRoom = (): string => `/api/rooms/${room.slug}/image`;
  const ofPost = (reference = post.slug): string => `/api/rooms/${room.slug}/posts/${reference}/image`;
  const put = async <Body>(user: ChatUser, path: string, picture = small): Promise<Body> =>
    body(putPicture<Body>(user, path, picture));
  const outcome = ({ status, body: { code, errors } }: Answer<Refusal>): string =>
    [status, code, ...(errors ?? []).map(({ field, code: of }) => `${field}:${of}`)].filter(Boolean).join(' ');
  const kept = (): string[] =>
    storedFiles(server.dataDir)
      .map(({ path }) => path)
      .filter((path) => path.includes('/images/') || path.includes('/scratch/'));
  const idOf = (url: string | undefined): string => url?.split('/').at(-1) ?? 'none';

  describe('are refused', () => {
    it('without a session, and to who may not change what they are of', async () => {
      const before = kept();
      for (const path of [OWN, ofRoom(), ofPost()])
        for (const method of ['PUT', 'DELETE']) expect((await server.ask(path, { method })).status).toBe(401);
      const tried = async (user: ChatUser, path: string): Promise<string[]> => [
        outcome(await putPicture(user, path, small)),
        outcome(await user.delete(path)),
      ];
      expect(await tried(eve, ofRoom())).toEqual(['404 not_found', '404 not_found']);
      expect(await tried(eve, ofPost())).toEqual(['404 not_found', '404 not_found']);
      expect(await tried(member, ofRoom())).toEqual(['403 forbidden', '403 forbidden']);
      expect(await tried(member, ofPost())).toEqual(['403 forbidden', '403 forbidden']);
      expect(await tried(author, ofRoom())).toEqual(['403 forbidden', '403 forbidden']);
      expect(await tried(owner, ofPost('chat'))).toEqual(['403 forbidden', '403 forbidden']);
      for (const path of ['/api/rooms/nowhere/image', `/api/rooms/${randomUUID()}/image`, ofPost('nowhere')])
        expect(await tried(owner, path)).toEqual(['404 not_found', '404 not_found']);
      await owner.patch(`/api/rooms/${room.slug}`, { visibility: 'public' });
      expect(await tried(eve, ofRoom())).toEqual(['403 forbidden', '403 forbidden']);
      expect(await tried(eve, ofPost())).toEqual(['403 forbidden', '403 forbidden']);
      await server.sql('update rooms set archived_at = now() where id = $1', [room.id]);
      await owner.patch(`/api/rooms/${room.slug}`, { about: 'so that the archive is known' });
      expect(await tried(author, ofPost())).toEqual(['409 read_only', '409 read_only']);
      expect(kept()).toEqual(before);
    });

    it.each([OWN, 'room', 'post'])(
      'when they are none, too large, a bomb, broken, or come with other things: %s',
      async (of) => {
        const before = kept();
        const path = of === 'room' ? ofRoom() : of === 'post' ? ofPost() : of;
        const tried = async (parts: Parameters<typeof sendFormTo>[3]): Promise<string> =>
          outcome(await sendFormTo(owner, 'PUT', path, parts));
        const file = async (content: Buffer | string, name = 'x.jpg'): Promise<string> =>
          tried([['file', content, name]]);
        const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
        expect(await file(drawing, 'x.svg')).toBe('422 file_unusable file:file_unusable');
        expect(await file('%PDF-1.7\n%âãÏÓ\n', 'x.png')).toBe('422 file_unusable file:file_unusable');
        expect(await file('just words')).toBe('422 file_unusable file:file_unusable');
        expect(await file('')).toBe('422 file_unusable file:file_unusable');
        expect(await file(await pixelBomb())).toBe('422 file_unusable');
        expect(await file(await brokenPhotograph())).toBe('422 file_unusable file:file_unusable');
        expect(await file(Buffer.alloc(LIMITS.imageBytes + 1, 7))).toBe('413 too_large');
        expect(await file(Buffer.alloc(3 * LIMITS.imageBytes, 7))).toBe('413 too_large');
        expect(await tried([])).toMatch(/^422 validation_failed file:/u);
        const with_ = async (field: string): Promise<string> =>
          tried([
            [field, 'words'],
            ['file', small, 'x.png'],
          ]);
        expect(await with_('alt')).toBe('422 validation_failed alt:unknown_field');
        expect(outcome(await owner.put(path, {}))).toBe('415 unsupported_media_type');
        expect(kept()).toEqual(before);
        const told = (await sendFormTo(owner, 'PUT', path, [['file', 'just words', 'x']])).body.detail;
        expect(told).toBe('This is no picture that can be shown. Choose a JPEG, PNG, WebP, GIF or AVIF.');
      },
    );

    it('when there are too many of one person', async () => {
      const strict = await TestServer.start({ RATE_LIMITS: 'on' });
      try {
        const mallory = await strict.register('mallory');
        const codes: number[] = [];
        for (let round = 0; round < 31; round += 1) codes.push((await putPicture(mallory, OWN, small)).status);
        expect(codes.filter((code) => code === 200)).toHaveLength(30);
        const last = await putPicture(mallory, OWN, small);
        expect([last.body.code, Number(last.headers.get('retry-after')) > 0]).toEqual(['rate_limited', true]);
      } finally {
        await strict.stop();
      }
    });
  });

  it('become squares of people and rooms, upright and with no word of their maker', async () => {
    const planted = await photograph(1_800, 1_200);
    for (const path of [OWN, ofRoom()]) {
      const changed = await put<Profile & Room>(owner, path, planted);
      const { bytes, status } = await download(owner, changed.imageUrl ?? changed.user.imageUrl!);
      expect(status).toBe(200);
      const facts = await sharp(bytes).metadata();
      expect(facts).toMatchObject({ width: 512, height: 512, format: 'webp', space: 'srgb' });
      expect([facts.exif, facts.xmp, facts.icc, facts.orientation]).toEqual(Array(4).fill(undefined));
      expect(CANARIES.filter((canary) => bytes.includes(canary))).toEqual([]);
    }
    // Its middle, and not larger than it was.
    const halves = await sharp({ create: { width: 90, height: 30, channels: 3, background: '#f00' } })
      .composite([{ input: { create: { width: 30, height: 30, channels: 3, background: '#00f' } }, left: 30, top: 0 }])
      .png()
      .toBuffer();
    const { imageUrl } = await put<Room>(moderator, ofRoom(), halves);
    const middle = sharp((await download(moderator, imageUrl!)).bytes);
    expect(await middle.metadata()).toMatchObject({ width: 30, height: 30 });
    const { channels } = await middle.stats();
    expect([channels[0]!.mean < 20, channels[2]!.mean > 235]).toEqual([true, true]);
  });

  it('of posts stay whole, within 1,280 pixels', async () => {
    const sizes: [Buffer, number, number][] = [
      [await photograph(2_400, 1_200), 640, 1_280],
      [await pixels(2_560, 640).webp().toBuffer(), 1_280, 320],
      [await pixels(30, 20).gif().toBuffer(), 30, 20],
      [await pixels(70, 20).avif().toBuffer(), 70, 20],
    ];
    for (const [picture, width, height] of sizes) {
      const { imageUrl } = await put<Post>(author, ofPost(), picture);
      const { bytes } = await download(member, imageUrl!);
      expect(await sharp(bytes).metadata()).toMatchObject({ width, height, format: 'webp' });
    }
  });

  it('of a person are seen by everybody who is signed in, wherever the person stands, and told at once', async () => {
    const socket = await eve.connect();
    const { user } = await put<Profile>(member, OWN);
    expect(user.imageUrl).toMatch(/^\/api\/files\/images\/[0-9a-f-]{36}$/u);
    expect(await socket.waitFor('user', ({ imageUrl }) => imageUrl === user.imageUrl)).toEqual(user);
    expect((await fetch(server.address + user.imageUrl!)).status).toBe(401);
    expect((await download(eve, user.imageUrl!)).status).toBe(200);
    expect((await body(eve.get<User>(`/api/users/${member.name}`))).imageUrl).toBe(user.imageUrl);
    expect((await body(member.get<User>('/api/users/me'))).imageUrl).toBe(user.imageUrl);
    expect((await body(eve.get<Profile>(`/api/profiles/${member.name}`))).user).toEqual(user);
    expect((await body(eve.get<UserPage>(`/api/users?ids=${member.id}`))).items).toEqual([user]);
    const { items } = await body(owner.get<MembershipPage>(`/api/rooms/${room.slug}/members`));
    expect(items.find((one) => one.user.id === member.id)?.user.imageUrl).toBe(user.imageUrl);
    socket.forget();
    const without = await body(member.delete<Profile>(OWN));
    expect(without.user).not.toHaveProperty('imageUrl');
    expect(await socket.waitFor('user', ({ id }) => id === member.id)).toEqual(without.user);
    await eventually(async () => {
      expect((await download(eve, user.imageUrl!)).status).toBe(404);
    });
  });

  it('of a room are seen by its readers, raise its version, and are told at once', async () => {
    const socket = await member.connect();
    const changed = await put<Room>(moderator, ofRoom());
    expect(changed).toMatchObject({ id: room.id, myRole: 'moderator' });
    const told = await socket.waitFor('room', ({ imageUrl }) => imageUrl !== undefined);
    expect([told.imageUrl, told.version]).toEqual([changed.imageUrl, changed.version]);
    expect(changed.version).toBeGreaterThan(room.version);
    expect((await body(member.get<RoomPage>('/api/rooms?scope=mine'))).items.find(({ id }) => id === room.id)).toEqual(
      await body(member.get<Room>(`/api/rooms/${room.slug}`)),
    );
    const { rooms } = await body(member.get<Sync>('/api/sync'));
    expect(rooms.find(({ id }) => id === room.id)?.imageUrl).toBe(changed.imageUrl);
    expect([
      (await download(member, changed.imageUrl!)).status,
      (await download(eve, changed.imageUrl!)).status,
    ]).toEqual([200, 404]);
    await owner.patch(`/api/rooms/${room.slug}`, { visibility: 'public' });
    expect((await download(eve, changed.imageUrl!)).status).toBe(200);
    await owner.patch(`/api/rooms/${room.slug}`, { visibility: 'private' });
    expect((await download(eve, changed.imageUrl!)).status).toBe(404);
    await owner.delete(`/api/rooms/${room.slug}/members/${member.name}`);
    expect((await download(member, changed.imageUrl!)).status).toBe(404);
  });

  it('of a post are seen by its readers, raise its version, and are told at once', async () => {
    const socket = await member.connect();
    const { cursor } = await body(member.get<Sync>('/api/sync'));
    for (const user of [author, moderator, owner]) {
      const before = await body(member.get<Post>(`/api/rooms/${room.slug}/posts/${post.slug}`));
      const changed = await put<Post>(user, ofPost());
      const told = await socket.waitFor('post', ({ imageUrl }) => imageUrl === changed.imageUrl);
      expect([told.id, told.version]).toEqual([post.id, before.version + 1]);
      expect((await download(member, changed.imageUrl!)).status).toBe(200);
      expect((await download(eve, changed.imageUrl!)).status).toBe(404);
      const { items } = await body(member.get<PostPage>(`/api/rooms/${room.slug}/posts`));
      expect(items.find(({ id }) => id === post.id)).toMatchObject({ imageUrl: changed.imageUrl });
      const { posts } = await body(member.get<Sync>(`/api/sync?since=${cursor}`));
      expect(posts.find(({ id }) => id === post.id)).toMatchObject({ imageUrl: changed.imageUrl });
    }
    const without = await body(author.delete<Post>(ofPost()));
    expect(without).not.toHaveProperty('imageUrl');
    const told = await socket.waitFor('post', ({ version }) => version === without.version);
    expect(told).not.toHaveProperty('imageUrl');
    // Again changes nothing.
    expect(await body(author.delete<Post>(ofPost()))).toEqual(without);
    const page = await body(member.get<MessagePage>(`/api/posts/${post.id}/messages`));
    expect(page.head.rev).toBe(without.rev);
  });

  it('leave no bytes when there is another, or none', async () => {
    const before = kept().length;
    const first = await put<Room>(owner, ofRoom());
    const second = await put<Room>(owner, ofRoom());
    expect(second.imageUrl).not.toBe(first.imageUrl);
    await eventually(() => {
      expect(kept().filter((path) => path.includes(idOf(first.imageUrl)))).toEqual([]);
    });
    expect(kept()).toHaveLength(before + 1);
    expect((await download(owner, first.imageUrl!)).status).toBe(404);
    expect((await download(owner, second.imageUrl!)).status).toBe(200);
    await body(owner.delete<Room>(ofRoom()));
    await eventually(() => {
      expect(kept()).toHaveLength(before);
    });
  });

  it('changed at once by several end with one, and its bytes alone', async () => {
    const before = kept().length;
    const all = await Promise.all(Array.from({ length: 6 }, () => put<Room>(owner, ofRoom())));
    expect(new Set(all.map(({ imageUrl }) => imageUrl)).size).toBeGreaterThan(1);
    const { imageUrl } = await body(owner.get<Room>(`/api/rooms/${room.slug}`));
    await eventually(() => {
      expect(kept().filter((path) => path.includes(idOf(imageUrl)))).toHaveLength(1);
      expect(kept()).toHaveLength(before + 1);
    });
  });

  it('are files that pages show, asked for again each time, and found under no other name', async () => {
    const { user } = await put<Profile>(author, OWN);
    const { headers } = await download(eve, user.imageUrl!);
    expect(headers.get('content-type')).toBe('image/webp');
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="picture.webp"/u);
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const again = await download(eve, user.imageUrl!, { 'if-none-match': headers.get('etag')! });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    for (const id of ['nonsense', randomUUID(), `..%2f${idOf(user.imageUrl)}`])
      expect((await eve.get(`/api/files/images/${id}`)).body).toMatchObject({ status: 404, code: 'not_found' });
    const login = await server.ask('/api/auth/login', {
      method: 'POST',
      body: { login: eve.name, password: eve.password },
    });
    const cookie = `files=${login.cookies['files']!}`;
    expect((await fetch(server.address + user.imageUrl!, { headers: { cookie } })).status).toBe(200);
    expect((await fetch(server.address + OWN, { method: 'DELETE', headers: { cookie } })).status).toBe(401);
    expect(server.log).not.toContain('CANARY-NAME');
  });
});
