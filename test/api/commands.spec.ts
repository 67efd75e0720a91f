import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { ChatUser } from '../kit/api/chat-user.js';
import { SECRET_KEY, TestServer } from '../kit/api/test-server.js';
import { COMPILED } from '../kit/program.js';

jest.setTimeout(120_000);

describe('the commands of whoever runs the machine', () => {
  let server: TestServer;
  let owner: ChatUser;
  let mei: ChatUser;
  beforeAll(async () => {
    server = await TestServer.start();
    [owner, mei] = [await server.register('owner'), await server.register('mei')];
  });
  afterAll(() => server.stop());

  // Not synchronously: a connection that waits for its next request would miss that the server gave it up.
  async function run(words: string[], input = ''): Promise<[number | null, string, string]> {
    const where = { DATABASE_URL: server.databaseUrl, DATA_DIR: server.dataDir, SECRET_KEY };
    const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: COMPILED, ...where };
    const child = spawn(process.execPath, ['dist/server/admin/cli.js', ...words], { env });
    const ended = new Promise<number | null>((done) => child.once('close', done));
    child.stdin.end(input);
    return Promise.all([ended, text(child.stdout), text(child.stderr)]);
  }
  const signIn = async (login: string, password: string): Promise<number> =>
    (await server.ask('/api/auth/login', { method: 'POST', body: { login, password } })).status;
  const recorded = (user: ChatUser): Promise<object[]> =>
    server.sql(`select action, actor_name, actor_id, ip from audit_entries where target_id = $1 order by id`, [
      user.id,
    ]);
  const deed = (action: string): object => ({ action, actor_name: 'command line', actor_id: null, ip: null });

  it('list people, and count what there is', async () => {
    await owner.createRoom();
    const [status, all, said] = await run(['list-users']);
    expect([status, said, all.split('\n').length]).toEqual([0, '', 4]);
    expect(all).toContain(mei.email);
    const [, found] = await run(['list-users', '--role', 'member', '--find', mei.name]);
    expect([found.includes(mei.name), found.includes(owner.name), found.includes('1 account.')]).toEqual([
      ...[true, false, true],
    ]);
    expect((await run(['stats']))[1]).toMatch(
      /people +2 \(2 active, 0 deactivated\)\n(.|\n)*rooms +1 \(0 archived\)\n/u,
    );
  });

  it('give roles and the organisation, and refuse to leave it without an owner', async () => {
    expect(await run(['set-role', mei.name, 'admin'])).toEqual([0, `${mei.name} is admin now.\n`, '']);
    const [status, , said] = await run(['set-role', owner.email, 'member']);
    expect([status, said]).toEqual([1, expect.stringMatching(/^The owner stays\. .+\n$/u)]);
    expect((await run(['deactivate', owner.name]))[0]).toBe(1);
    expect((await run(['set-role', mei.email, 'owner']))[0]).toBe(0);
    expect(await server.sql(`select username, role from users order by role`)).toEqual([
      { username: owner.name, role: 'admin' },
      { username: mei.name, role: 'owner' },
    ]);
    expect(await recorded(mei)).toEqual([deed('user_role_changed'), deed('owner_handed_over')]);
    expect((await run(['set-role', owner.name, 'owner']))[0]).toBe(0);
  });

  it('let somebody in again, by a link or a password, which stands in no record', async () => {
    const [status, printed] = await run(['reset-password', owner.name]);
    const token = /#(\S+)\n/u.exec(printed)?.[1] ?? '';
    expect([status, token.length > 20]).toEqual([0, true]);
    const body = { token, newPassword: 'a password by link' };
    expect((await server.ask('/api/auth/password-links', { method: 'POST', body })).status).toBeLessThan(300);
    expect(await signIn(owner.name, 'a password by link')).toBe(200);
    const [weak, , why] = await run(['reset-password', '--set', mei.name], 'short\n');
    expect([weak, why]).toEqual([1, expect.stringMatching(/^password: .+\n$/u)]);
    expect((await run(['reset-password', '--set', mei.name], 'a password from a pipe\n'))[0]).toBe(0);
    expect(await signIn(mei.name, 'a password from a pipe')).toBe(200);
    expect((await recorded(mei)).at(-1)).toEqual(deed('password_reset'));
    expect(JSON.stringify(await server.sql('select * from audit_entries'))).not.toMatch(/by link|from a pipe/u);
  });

  it('take an account out of use, and say in a sentence what cannot be done', async () => {
    const gone = await server.register('gone');
    const socket = await gone.connect();
    expect(await run(['deactivate', gone.name])).toEqual([
      0,
      `${gone.name} is out of use, and signed out everywhere.\n`,
      '',
    ]);
    await socket.closed(12_000);
    expect(await signIn(gone.name, gone.password)).toBe(401);
    expect(await recorded(gone)).toEqual([deed('user_deactivated')]);
    expect(await run(['reset-password', gone.name])).toEqual([1, '', 'Their account is not in use.\n']);
    const nobody = [1, '', 'Nobody has the username or e-mail address nobody.\n'];
    expect(await run(['deactivate', 'nobody'])).toEqual(nobody);
    expect(await run(['set-role', mei.name, 'king'])).toEqual([2, '', 'The role is one of owner, admin, member.\n']);
    expect([(await run(['deactivate']))[0], (await run(['list-users', '--wrong']))[0]]).toEqual([2, 2]);
  });
});
