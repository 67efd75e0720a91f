import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { newId } from '../ids/ids.js';
import { DiskStorage } from './disk-storage.js';
import { ScratchFolder } from './scratch-folder.js';
import { asStorageError } from './storage-error.js';

describe('the storage on disk', () => {
  let dataDir = '';
  let folder: ScratchFolder;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'roomers-storage-'));
    folder = new ScratchFolder({ dataDir } as Config);
    await folder.onModuleInit();
  });
  afterAll(() => {
    folder.onModuleDestroy();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is for our eyes only', async () => {
    const storage = new DiskStorage({ dataDir } as Config, folder);
    const [key, scratch] = [`attachments/${newId()}.file`, storage.scratch()];
    writeFileSync(scratch, 'private', { mode: 0o600 });
    await storage.keep(scratch, key);
    expect(statSync(storage.local(key)).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'files/attachments')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'files/scratch')).mode & 0o777).toBe(0o700);
  });

  it('gives one node what another keeps in the same folder', async () => {
    const [one, other] = [1, 2].map(() => new DiskStorage({ dataDir } as Config, folder)) as [DiskStorage, DiskStorage];
    const [key, scratch] = [`attachments/${newId()}.file`, one.scratch()];
    writeFileSync(scratch, 'shared');
    await one.keep(scratch, key);
    expect(await other.has(key)).toBe(true);
    await other.remove([key]);
    expect(await one.open(key)).toBeUndefined();
  });

  it('tells of a full disk as of something that passes', () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    expect(asStorageError(full)).toMatchObject({ code: 'unavailable' });
    const other = new Error('other');
    expect(asStorageError(other)).toBe(other);
  });
});
