import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ChatUser } from '../kit/api/chat-user.js';
import { TestServer } from '../kit/api/test-server.js';

interface Operation {
  requestBody?: { content: { 'application/json'?: { schema: { $ref: string } } } };
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: object }> };
}

const { paths, components } = JSON.parse(readFileSync('docs/api/openapi.json', 'utf8')) as OpenApi;

/** What a row has and nobody sets: none of it may pass a form that does not ask for it. */
const COLUMNS = [
  ...['id', 'role', 'status', 'ownerId', 'authorId', 'userId', 'actorId', 'roomId', 'postId', 'kind', 'state', 'seq'],
  ...['rev', 'firstSeq', 'lastSeq', 'version', 'createdAt', 'archivedAt', 'deletedAt', 'pinnedAt', 'memberCount'],
  ...['imageId', 'imageUrl', 'passwordHash', 'password_hash', 'isAdmin', 'is_admin', 'tokenHash', 'system'],
];
/** Keys that JavaScript may take for its own. */
const HIDDEN = '{"__proto__":{"role":"owner","id":"x"},"constructor":{"prototype":{"role":"owner"}}}';
const TABLES = ['users', 'credentials', 'profiles', 'organisation', 'rooms', 'room_members', 'posts', 'post_tags'];

const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { requestBody }]) => {
    const schema = requestBody?.content['application/json']?.schema.$ref.replace('#/components/schemas/', '');
    return schema === undefined ? [] : [[method.toUpperCase(), path, schema] as const];
  }),
);

describe('a body that sets what is not its to set', () => {
  let server: TestServer;
  let owner: ChatUser;
  let names: Record<string, string>;

  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('ann');
    const room = await owner.createRoom();
    const post = await owner.createPost(room.id, { tags: ['brass'] });
    names = { room: room.id, post: post.id, id: post.id, username: owner.name, name: 'brass' };
  });
  afterAll(() => server.stop());

  const rows = () => Promise.all(TABLES.map((name) => server.sql(`select * from ${name} t order by t::text`)));

  it('can be sent to many routes', () => {
    expect(routes.length).toBeGreaterThan(30);
  });

  it.each(routes)('%s %s refuses it, field by field, and stores nothing', async (method, path, schema) => {
    const asked = Object.keys(components.schemas[schema]?.properties ?? {});
    const planted = COLUMNS.filter((column) => !asked.includes(column));
    const address = path.replace(/\{(\w+)\}/gu, (_, name: string) => names[name] ?? '');
    const before = await rows();
    const content = Object.fromEntries(planted.map((column) => [column, 'owner']));
    const { status, body } = await owner.ask(method, address, { body: content });
    expect([status, body.code]).toEqual([422, 'validation_failed']);
    const unknown = body.errors?.filter(({ code }) => code === 'unknown_field').map(({ field }) => field);
    expect(unknown).toEqual(expect.arrayContaining(planted));
    const hidden = await owner.ask(method, address, { body: HIDDEN });
    expect(hidden.status).toBeLessThan(500);
    expect(await rows()).toEqual(before);
  });
});
