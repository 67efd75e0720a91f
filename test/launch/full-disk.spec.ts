import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Program, temporaryFolder } from '../kit/program.js';
import { eventually, query } from '../kit/server-processes.js';

/** Mounting a small disk needs root; elsewhere these tests are left out. */
const canMount = process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0;

(canMount ? describe : describe.skip)('a full disk', () => {
  let folder: ReturnType<typeof temporaryFolder>;

  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => {
    // Lazily: after a failure the program may still have files there.
    spawnSync('umount', ['--lazy', folder.path]);
    folder.remove();
  });

  const mount = (megabytes: number): unknown =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'roomers-test', folder.path]);
  const fill = (): void => {
    const { bavail, bsize } = statfsSync(folder.path);
    try {
      writeFileSync(join(folder.path, 'filler'), Buffer.alloc(bavail * bsize, 1));
    } catch (error) {
      // The database took some of it meanwhile: so much the fuller.
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  };

  it('is named in one line at the start', async () => {
    mount(64);
    const program = Program.begin({ DATA_DIR: folder.path });
    expect((await program.ended).code).toBe(1);
    expect(program.output.trim().split('\n')).toEqual([
      expect.stringMatching(/The disk of .* is full: \d+ MB are free/),
    ]);
  });

  it('loses nothing that was committed, and the program goes on when there is room again', async () => {
    mount(400);
    const program = await Program.start({ DATA_DIR: folder.path });
    await query(folder.path, 'create table kept (number int, filling text)');
    await query(folder.path, "insert into kept values (1, 'x')");
    fill();
    const big = `insert into kept select 2, repeat(md5(i::text), 100) from generate_series(1, 20000) i`;
    await expect(query(folder.path, big)).rejects.toThrow();
    rmSync(join(folder.path, 'filler'));
    await eventually(() => query(folder.path, big), 20_000);
    expect(await query(folder.path, 'select count(*)::int as n from kept where number = 1')).toEqual([{ n: 1 }]);
    expect((await fetch(`${program.address}/api/health/live`)).status).toBe(200);
    await program.stop();
  });
});
