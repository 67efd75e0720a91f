import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Program, temporaryFolder } from '../kit/program.js';
import { postmasterPid } from '../kit/server-processes.js';

describe('one data folder', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let lock = '';

  beforeEach(() => {
    folder = temporaryFolder();
    lock = join(folder.path, 'roomers.lock');
  });
  afterEach(() => folder.remove());

  it('serves one start: a second says where the first runs and touches nothing', async () => {
    const first = await Program.start({ DATA_DIR: folder.path });
    const pid = postmasterPid(folder.path);
    const content = readFileSync(lock, 'utf8');
    const second = Program.begin({ DATA_DIR: folder.path });
    expect((await second.ended).code).toBe(1);
    expect(second.output).toContain(`already runs on this data folder: ${first.address} `);
    expect(postmasterPid(folder.path)).toBe(pid);
    expect(readFileSync(lock, 'utf8')).toBe(content);
    expect((await fetch(`${first.address}/api/health/live`)).status).toBe(200);
    await first.stop();
  });

  it('goes to exactly one of several that start at once', async () => {
    const programs = Array.from({ length: 4 }, () => Program.begin({ DATA_DIR: folder.path }));
    const outcomes = await Promise.all(
      programs.map((program) =>
        Promise.race([
          program.ready().then(
            () => true,
            () => false,
          ),
          program.ended.then(() => false),
        ]),
      ),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    await programs[outcomes.indexOf(true)]!.stop();
  });

  it.each([
    ['a process that is gone', { pid: 4_194_303, birth: '1', host: hostname(), address: 'x' }],
    ['a number that another program has now', { pid: process.pid, birth: '1', host: hostname(), address: 'x' }],
  ])('is taken over from %s', async (_name, holder) => {
    writeFileSync(lock, JSON.stringify(holder));
    const program = await Program.start({ DATA_DIR: folder.path });
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: program.pid, address: program.address });
    await program.stop();
  });

  it('is left alone while another computer keeps its lock fresh', async () => {
    writeFileSync(lock, JSON.stringify({ pid: 1, birth: '1', host: 'another-computer', address: 'http://there' }));
    const program = Program.begin({ DATA_DIR: folder.path });
    expect((await program.ended).code).toBe(1);
    expect(program.output).toContain('another-computer');
  });

  it('is free again after a stop', async () => {
    const program = await Program.start({ DATA_DIR: folder.path });
    await program.stop();
    expect(existsSync(lock)).toBe(false);
  });
});
