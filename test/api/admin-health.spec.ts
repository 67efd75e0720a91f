import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AdminHealth, RetriedJob } from '#contracts/admin-health.dto.js';
import { body } from '../kit/api/answer.js';
import type { ChatUser } from '../kit/api/chat-user.js';
import { sendWith, upload } from '../kit/api/files.js';
import { startWithRedis } from '../kit/api/nodes.js';
import { SECRET_KEY, TestServer } from '../kit/api/test-server.js';
import { eventually, expectSoon } from '../kit/eventually.js';
import { leaveFailedJob } from '../kit/failed-job.js';
import type { TestRedis } from '../kit/redis.js';

const HEALTH = '/api/admin/health';

describe('health, as admins see it', () => {
  let redis: TestRedis;
  let server: TestServer;
  let owner: ChatUser;
  let member: ChatUser;
  beforeAll(async () => {
    ({ redis, server } = await startWithRedis());
    owner = await server.register('owner');
    member = await server.register('member');
  });
  afterAll(() => server.stop());

  const health = (): Promise<AdminHealth> => body(owner.get<AdminHealth>(HEALTH));
  const codes = async (): Promise<string[]> => (await health()).warnings.map(({ code }) => code);

  it('is for admins alone', async () => {
    expect((await server.ask(HEALTH)).status).toBe(401);
    expect((await member.get(HEALTH)).status).toBe(403);
    expect((await owner.get(HEALTH)).status).toBe(200);
  });

  it('says how large what is, and nothing that is secret', async () => {
    const room = await owner.createRoom();
    await sendWith(owner, room.chatPost.id, [(await upload(owner, room.id, 'twelve bytes', 'a.txt')).id]);
    await owner.open(room.chatPost.id);
    const answer = await owner.get<AdminHealth>(HEALTH);
    const { version, nodes, database, storage, queue, disk, warnings, ...rest } = answer.body;
    expect(nodes).toEqual([expect.objectContaining({ role: 'all', version, isThis: true, isAlive: true, sockets: 1 })]);
    expect(rest).toMatchObject({ usersOnline: 1, redis: 'up', mail: 'off' });
    expect(rest.uptimeSeconds).toBeGreaterThan(0);
    expect(storage).toEqual({ kind: 'disk', state: 'up', files: 1, bytes: 12 });
    expect(database.bytes).toBeGreaterThan(1_000_000);
    expect(database.connections).toBeLessThanOrEqual(database.maxConnections);
    expect(database.tables.map(({ name }) => name)).toContain('messages');
    const sizes = database.tables.map(({ bytes }) => bytes);
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
    expect([queue.state, queue.failedJobs]).toEqual(['up', []]);
    expect(disk.freeBytes).toBeGreaterThan(0);
    expect(disk.freeBytes).toBeLessThan(disk.bytes);
    expect(warnings).toContainEqual({ code: 'rate_limits_off', weight: 'look', params: {} });
    expect(answer.text).not.toContain(SECRET_KEY);
    expect(answer.text).not.toContain(redis.url);
  });

  it('lists every process that lives, and one that was killed until it is replaced', async () => {
    const worker = await server.startBeside({ ROLE: 'worker' });
    await expectSoon(async () => (await health()).nodes.map(({ role }) => role), ['all', 'worker']);
    await worker.stop('SIGKILL');
    expect(await codes()).not.toContain('nodes_silent');
    await server.sql(`update nodes set seen_at = now() - interval '31 seconds' where role = 'worker'`);
    expect(await health()).toMatchObject({
      nodes: [
        { role: 'all', isAlive: true },
        { role: 'worker', isAlive: false, isThis: false },
      ],
      warnings: expect.arrayContaining([{ code: 'nodes_silent', weight: 'look', params: { count: 1 } }]),
    });
    const another = await server.startBeside({ ROLE: 'worker' });
    await expectSoon(async () => (await health()).nodes.map(({ isAlive }) => isAlive), [true, true]);
    await another.stop();
    expect((await health()).nodes).toHaveLength(1);
  });

  it('tells of errors, and not with which values a statement failed', async () => {
    await server.sql('alter table tags rename to tags_elsewhere');
    expect((await owner.get('/api/tags?q=canary7f3a')).status).toBe(500);
    await server.sql('alter table tags_elsewhere rename to tags');
    const { errors, warnings, nodes } = await health();
    expect(errors[0]).toMatchObject({ nodeId: nodes[0]?.id, error: expect.stringContaining('42P01') });
    expect(warnings.map(({ code }) => code)).toContain('errors');
    expect(JSON.stringify(errors)).not.toContain('canary7f3a');
  });
});

describe('a job that failed for good', () => {
  let server: TestServer;
  let owner: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    owner = await server.register('owner');
  });
  afterAll(() => server.stop());

  const failedJobs = async () => (await body(owner.get<AdminHealth>(HEALTH))).queue.failedJobs;
  const retry = async (id: string): Promise<number> => (await owner.post(`${HEALTH}/jobs/${id}/retry`)).status;
  const outcome = (id: string): Promise<RetriedJob> => body(owner.get<RetriedJob>(`${HEALTH}/jobs/${id}`));

  it('is listed with its reason and without what it was told, and tried again when somebody says so', async () => {
    const id = `unheard-of.${randomUUID()}`;
    await leaveFailedJob(server, id);
    const answer = await owner.get<AdminHealth>(HEALTH);
    const { queue, warnings } = answer.body;
    const [before] = queue.failedJobs;
    expect([queue.failed, before]).toEqual([
      1,
      { id, name: 'unheard-of', error: 'There is no job unheard-of.', tries: 1, failedAt: expect.any(String) },
    ]);
    expect(answer.text).not.toContain('of nobody else');
    expect(warnings).toContainEqual({ code: 'jobs_failed', weight: 'look', params: { count: 1 } });
    expect(await retry(id)).toBe(204);
    await eventually(async () => {
      const [after] = await failedJobs();
      expect(after?.failedAt).not.toBe(before?.failedAt);
      expect(after).toMatchObject({ id, tries: 1 });
    });
    expect(await server.sql(`select * from audit_entries where action = 'job_retried'`)).toMatchObject([
      { actor_id: owner.id, target_type: 'job', target_id: id, target_name: 'unheard-of' },
    ]);
  });

  it('is done or has failed again in the end', async () => {
    const [hopeless, done] = [`unheard-of.${randomUUID()}`, `sweep-attachments.${randomUUID()}`];
    await leaveFailedJob(server, hopeless);
    await server.sql('alter table attachments rename to attachments_elsewhere');
    await leaveFailedJob(server, done, 'sweep-attachments');
    expect(await outcome(done)).toEqual({ state: 'failed', tries: 1, error: expect.stringContaining('42P01') });
    await server.sql('alter table attachments_elsewhere rename to attachments');
    expect([await retry(hopeless), await retry(done)]).toEqual([204, 204]);
    await expectSoon(() => outcome(done), { state: 'done', tries: 0 });
    await expectSoon(() => outcome(hopeless), { state: 'failed', tries: 1, error: 'There is no job unheard-of.' });
    expect((await failedJobs()).map(({ id }) => id)).not.toContain(done);
  });

  it('is not found when there is none, and nothing is recorded', async () => {
    const entries = () => server.sql('select id from audit_entries');
    const before = await entries();
    expect([await retry('sweep-images.start'), await retry('no such job')]).toEqual([404, 404]);
    expect(await entries()).toEqual(before);
  });

  it('does not keep a new one of the same name and id from running', async () => {
    const room = await owner.createRoom();
    const post = await owner.createPost(room.id);
    // As left by an earlier failure: deleting the post adds a job of this id.
    await leaveFailedJob(server, `erase-deleted.${post.id}`);
    expect(
      (await owner.post(`/api/rooms/${room.id}/posts/${post.id}/deletion`, { confirmTitle: post.title })).status,
    ).toBe(204);
    await expectSoon(() => server.sql('select id from posts where id = $1', [post.id]), []);
    expect((await failedJobs()).map(({ id }) => id)).not.toContain(`erase-deleted.${post.id}`);
  });
});
