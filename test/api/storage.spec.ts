import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { TestS3 } from '../kit/s3.js';
import type { Config } from '../../server/platform/config/config.js';
import { newId } from '../../server/platform/ids/ids.js';
import { DiskStorage } from '../../server/platform/storage/disk-storage.js';
import { S3Storage } from '../../server/platform/storage/s3-storage.js';
import { ScratchFolder } from '../../server/platform/storage/scratch-folder.js';
import type { Storage } from '../../server/platform/storage/storage.js';
import { writeScratch } from '../../server/platform/storage/write-scratch.js';

describe.each(['on disk', 'in a bucket'])('the storage %s', (where) => {
  let dataDir = '';
  let storage: Storage;
  let folder: ScratchFolder;
  let close = (): Promise<void> => Promise.resolve();

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'roomers-storage-'));
    folder = new ScratchFolder({ dataDir } as Config);
    await folder.onModuleInit();
    if (where === 'on disk') storage = new DiskStorage({ dataDir } as Config, folder);
    else ({ storage, close } = await inBucket());
  });
  afterAll(async () => {
    folder.onModuleDestroy();
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function inBucket(): Promise<{ storage: Storage; close: () => Promise<void> }> {
    const s3 = await TestS3.start();
    const made = new S3Storage(s3.address, folder);
    await made.onModuleInit();
    return {
      storage: made,
      close: async () => {
        made.onApplicationShutdown();
        await s3.end();
      },
    };
  }

  const newKey = (): string => `attachments/${newId()}.file`;
  async function kept(content: string | Buffer, key = newKey()): Promise<string> {
    const scratch = storage.scratch();
    await writeScratch(Readable.from([Buffer.from(content)]), scratch, 100_000_000);
    await storage.keep(scratch, key);
    return key;
  }
  async function read(key: string, range?: { start: number; end: number }): Promise<string | undefined> {
    const file = await storage.open(key);
    return file && (await buffer(await file.stream(range))).toString();
  }
  const scratches = (): string[] => readdirSync(join(dataDir, 'files/scratch'));

  it('keeps and gives whole files and parts, and leaves nothing of their making', async () => {
    const key = await kept('0123456789');
    expect((await storage.open(key))?.size).toBe(10);
    expect([await read(key), await read(key, { start: 2, end: 4 })]).toEqual(['0123456789', '234']);
    expect(await read(key, { start: 9, end: 9 })).toBe('9');
    expect(scratches()).toEqual([]);
  });

  it('keeps files of many parts', async () => {
    const content = Buffer.alloc(12_000_001, 'some text that is no power of two long');
    const key = await kept(content);
    const file = await storage.open(key);
    expect((await buffer(await file!.stream())).equals(content)).toBe(true);
    expect(await read(key, { start: 5_242_870, end: 5_242_890 })).toBe(content.toString('utf8', 5_242_870, 5_242_891));
  });

  it('knows nothing of what is not there', async () => {
    const key = newKey();
    expect([await storage.open(key), await storage.has(key)]).toEqual([undefined, false]);
    await storage.remove([key]);
    await expect(storage.withLocal(key, () => Promise.resolve())).rejects.toThrow();
  });

  it('changes the tag with the content, and only with it', async () => {
    const key = await kept('one');
    const before = await storage.open(key);
    const same = await storage.open(key);
    await kept('three', key);
    const after = await storage.open(key);
    expect(same?.tag).toBe(before?.tag);
    expect(after?.tag).not.toBe(before?.tag);
    expect(after?.tag).not.toMatch(/["\\\s]/u);
    await Promise.all([before?.close(), same?.close(), after?.close()]);
  });

  it('goes on giving a file that is removed meanwhile', async () => {
    const content = Buffer.alloc(3_000_000, 'still here');
    const [key, other] = [await kept(content), await kept('other')];
    const stream = await (await storage.open(key))!.stream();
    await storage.remove([key, other, newKey()]);
    expect([await read(key), await storage.has(other)]).toEqual([undefined, false]);
    expect((await buffer(stream)).equals(content)).toBe(true);
  });

  it('lends files to programs that read paths', async () => {
    const key = await kept('for a program');
    expect(await storage.withLocal(key, (path) => Promise.resolve(readFileSync(path, 'utf8')))).toBe('for a program');
    const failing = storage.withLocal(key, () => Promise.reject(new Error('no picture')));
    await expect(failing).rejects.toThrow('no picture');
    expect([await read(key), scratches()]).toEqual(['for a program', []]);
  });

  it.each(['../x', 'attachments/../../x.file', 'attachments/x.file', `attachments/${'.'.repeat(36)}.file`, ''])(
    'takes no name for a key: %j',
    async (key) => {
      await expect(storage.open(key)).rejects.toThrow('Not a key');
      await expect(storage.remove([key])).rejects.toThrow('Not a key');
      await expect(storage.keep(storage.scratch(), key)).rejects.toThrow('Not a key');
    },
  );

  it('lists what it keeps, by folder', async () => {
    const begun = Date.now() - 2_000;
    const [key, picture] = [await kept('listed'), await kept('picture', `images/${newId()}.webp`)];
    const found = new Map<string, Date>();
    for await (const one of storage.list('attachments')) found.set(one.key, one.changedAt);
    expect(found.get(key)?.getTime()).toBeGreaterThan(begun);
    expect(found.has(picture)).toBe(false);
    for await (const one of storage.list('pictures')) throw new Error(one.key);
  });
});
