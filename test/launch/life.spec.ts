import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../server/launch/processes.js';
import { embeddedAddress } from '../../server/platform/config/database-address.js';
import { Program, temporaryFolder } from '../kit/program.js';
import { eventually } from '../kit/eventually.js';
import { killDatabase, postmasterPid, query } from '../kit/server-processes.js';

describe('the program and its database', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const start = (): Promise<Program> => Program.start({ DATA_DIR: folder.path });
  const rows = (): Promise<Record<string, unknown>[]> => query(folder.path, 'select word from kept');

  async function keep(word: string): Promise<void> {
    await query(folder.path, 'create table if not exists kept (word text)');
    await query(folder.path, 'insert into kept values ($1)', [word]);
  }

  it.each(['SIGTERM', 'SIGINT'] as const)('end together and cleanly at %s', async (signal) => {
    const program = await start();
    const database = postmasterPid(folder.path);
    expect(await program.stop(signal)).toEqual({ code: 0, signal: null });
    expect(isAlive(database)).toBe(false);
    expect(existsSync(join(folder.path, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('end at one Ctrl-C that arrives twice, from the terminal and from npm', async () => {
    const program = await start();
    process.kill(program.pid, 'SIGINT');
    expect(await program.stop('SIGINT')).toEqual({ code: 0, signal: null });
  });

  it('leave no database behind when stopped while they start', async () => {
    const program = Program.begin({ DATA_DIR: folder.path });
    await eventually(() => Promise.resolve(postmasterPid(folder.path)));
    const database = postmasterPid(folder.path);
    const { code } = await program.stop();
    expect({ code, isAlive: isAlive(database), output: program.output }).toMatchObject({ code: 0, isAlive: false });
  });

  it('keep what was committed when everything is killed outright', async () => {
    const program = await start();
    await keep('committed');
    killDatabase(folder.path);
    await program.stop('SIGKILL');
    const next = await start();
    expect(await rows()).toEqual([{ word: 'committed' }]);
    await next.stop();
  });

  it('find each other again when only the program was killed', async () => {
    const program = await start();
    await keep('committed');
    const orphan = postmasterPid(folder.path);
    await program.stop('SIGKILL');
    expect(isAlive(orphan)).toBe(true);
    const next = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(await rows()).toEqual([{ word: 'committed' }]);
    await next.stop();
  });

  it('recover without a restart when only the database was killed', async () => {
    const program = await start();
    await keep('committed');
    const before = postmasterPid(folder.path);
    killDatabase(folder.path);
    expect(await eventually(rows)).toEqual([{ word: 'committed' }]);
    expect(postmasterPid(folder.path)).not.toBe(before);
    expect((await fetch(`${program.address}/api/health/live`)).status).toBe(200);
    expect(program.output).toContain('The database is back');
    await program.stop();
  });

  it('work below a path that is too long for a socket', async () => {
    const deep = join(folder.path, 'deep-'.repeat(30));
    const program = await Program.start({ DATA_DIR: deep });
    expect(await query(deep, 'select 1 as one')).toEqual([{ one: 1 }]);
    await program.stop();
    expect(existsSync(embeddedAddress(deep).host)).toBe(false);
  });
});
