import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { isAlive } from '../../server/launch/processes.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { eventually } from '../kit/eventually.js';
import { postmasterPid, query, signalDatabase } from '../kit/server-processes.js';

describe('the database of a start', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  const start = (): Promise<Program> => Program.start({ DATA_DIR: folder.path });

  async function ready(program: Program): Promise<{ status: number; text: string }> {
    const answer = await fetch(`${program.address}/api/health/ready`);
    return { status: answer.status, text: await answer.text() };
  }

  it('is missed within 5 s when it answers nobody, and found again', async () => {
    const program = await start();
    expect((await ready(program)).status).toBe(200);
    signalDatabase(folder.path, 'SIGSTOP');
    const asked = Date.now();
    const answer = await ready(program);
    expect(Date.now() - asked).toBeLessThan(5_000);
    expect(answer).toMatchObject({ status: 503, text: expect.stringContaining('database') });
    signalDatabase(folder.path, 'SIGCONT');
    await eventually(async () => expect((await ready(program)).status).toBe(200));
    await program.stop();
  });

  it('is refused in one line by a program that is older than its schema', async () => {
    const program = await start();
    await query(folder.path, "insert into migrations (timestamp, name) values (9999999999999, 'Later9999999999999')");
    await program.stop();
    const older = Program.begin({ DATA_DIR: folder.path });
    expect((await older.ended).code).toBe(1);
    const lines = older.output.split('\n').filter((line) => line.includes('Later9999999999999'));
    expect(lines).toHaveLength(1);
    expect(older.output).not.toMatch(/^\s+at /m);
  });

  it('serves the commands of an administrator, also while nothing runs', async () => {
    const owner = ['create-owner', '--email', 'owner@example.org', '--username', 'owner'];
    const admin = (): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, ['dist/server/admin/cli.js', ...owner], {
        env: { PATH: process.env['PATH'], DATA_DIR: folder.path },
        input: 'a fine long sentence\n',
        encoding: 'utf8',
      });
    const alone = admin();
    expect(alone.stderr).toBe('');
    expect(alone.status).toBe(0);
    expect(() => postmasterPid(folder.path)).toThrow();
    const program = await start();
    expect(await query(folder.path, 'select username, role from users')).toEqual([
      { username: 'owner', role: 'owner' },
    ]);
    expect(await query(folder.path, 'select action, actor_name, actor_id, target_name from audit_entries')).toEqual([
      { action: 'owner_created', actor_name: 'command line', actor_id: null, target_name: 'owner' },
    ]);
    expect(program.output).not.toContain('register');
    // A second owner is refused; what matters here is that it asks the running database and leaves it alone.
    const database = postmasterPid(folder.path);
    expect(admin().status).toBe(1);
    expect(isAlive(database)).toBe(true);
    await program.stop();
  });
});
