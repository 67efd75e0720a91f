import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Config } from '../config/config.js';
import { ScratchFolder } from './scratch-folder.js';
import { writeScratch } from './write-scratch.js';

describe('files in the making', () => {
  let dataDir = '';
  let folder: ScratchFolder;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'roomers-scratch-'));
    folder = new ScratchFolder({ dataDir } as Config);
    await folder.onModuleInit();
  });
  afterEach(() => {
    folder.onModuleDestroy();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('are swept when nobody writes them any more', async () => {
    const [old, young] = [folder.newPath(), folder.newPath()];
    for (const path of [old, young]) writeFileSync(path, 'x');
    utimesSync(old, new Date(0), new Date(0));
    expect(await folder.sweep(new Date(Date.now() - 60_000))).toBe(1);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });

  it('of a process that died are swept by the next start, an hour later', async () => {
    const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
    const [dead, alive] = [folder.newPath(), folder.newPath()];
    for (const path of [dead, alive]) writeFileSync(path, 'x');
    utimesSync(dead, hoursAgo(1.1), hoursAgo(1.1));
    utimesSync(alive, hoursAgo(0.9), hoursAgo(0.9));
    const next = new ScratchFolder({ dataDir } as Config);
    await next.onModuleInit();
    for (let round = 0; round < 100 && existsSync(dead); round += 1) await setTimeout(20);
    next.onModuleDestroy();
    expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
  });

  it('are no longer than allowed', async () => {
    const pieces = Array.from({ length: 5 }, () => Buffer.alloc(30));
    const tooLong = writeScratch(Readable.from(pieces), folder.newPath(), 100);
    await expect(tooLong).rejects.toMatchObject({ code: 'too_large' });
    expect(await writeScratch(Readable.from([Buffer.alloc(100)]), folder.newPath(), 100)).toBe(100);
  });
});
