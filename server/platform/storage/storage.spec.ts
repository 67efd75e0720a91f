import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Config } from '../config/config.js';
import { newId } from '../ids/ids.js';
import { Storage } from './storage.js';
import { asStorageError } from './storage-error.js';
import { writeScratch } from './write-scratch.js';

describe('the storage', () => {
  let dataDir = '';
  let storage: Storage;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'roomers-storage-'));
    storage = new Storage({ dataDir } as Config);
    await storage.onModuleInit();
  });
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  const newKey = (): string => `attachments/${newId()}.file`;
  async function kept(text: string, key = newKey()): Promise<string> {
    const scratch = storage.scratch();
    await writeScratch(Readable.from([Buffer.from(text)]), scratch, 100);
    await storage.keep(scratch, key);
    return key;
  }
  async function read(key: string, range?: { start: number; end: number }): Promise<string | undefined> {
    const file = await storage.open(key);
    return file && (await buffer(file.stream(range))).toString();
  }

  it('keeps and gives whole files and parts, for our eyes only', async () => {
    const key = await kept('0123456789');
    expect([await read(key), await read(key, { start: 2, end: 4 })]).toEqual(['0123456789', '234']);
    expect(statSync(storage.local(key)).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'files/attachments')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'files/scratch')).mode & 0o777).toBe(0o700);
  });

  it('changes the tag with the content', async () => {
    const key = await kept('one');
    const before = await storage.open(key);
    await kept('three', key);
    const after = await storage.open(key);
    expect(after?.tag).not.toBe(before?.tag);
    await Promise.all([before?.close(), after?.close()]);
  });

  it('goes on giving a file that is removed meanwhile', async () => {
    const key = await kept('still here');
    const file = await storage.open(key);
    await storage.remove([key, newKey()]);
    expect(await read(key)).toBeUndefined();
    expect((await buffer(file!.stream())).toString()).toBe('still here');
  });

  it.each(['../x', 'attachments/../../x.file', 'attachments/x.file', `attachments/${'.'.repeat(36)}.file`, ''])(
    'takes no name for a key: %j',
    async (key) => {
      expect(() => storage.local(key)).toThrow('Not a key');
      await expect(storage.remove([key])).rejects.toThrow('Not a key');
    },
  );

  it('lists what it keeps', async () => {
    const key = await kept('listed');
    const keys: string[] = [];
    for await (const found of storage.list('attachments')) keys.push(found.key);
    expect(keys).toContain(key);
    for await (const found of storage.list('pictures')) throw new Error(found.key);
  });

  it('sweeps scratch files that nobody writes any more', async () => {
    const [old, young] = [storage.scratch(), storage.scratch()];
    for (const path of [old, young]) await writeScratch(Readable.from([Buffer.from('x')]), path, 9);
    utimesSync(old, new Date(0), new Date(0));
    expect(await storage.sweepScratch(new Date(Date.now() - 60_000))).toBe(1);
    expect(readdirSync(join(dataDir, 'files/scratch')).map((name) => young.endsWith(name))).toEqual([true]);
    await storage.discard(young);
  });

  it('stops writing at the limit', async () => {
    const pieces = Array.from({ length: 5 }, () => Buffer.alloc(30));
    await expect(writeScratch(Readable.from(pieces), storage.scratch(), 100)).rejects.toMatchObject({
      code: 'too_large',
    });
    expect(await writeScratch(Readable.from([Buffer.alloc(100)]), storage.scratch(), 100)).toBe(100);
  });

  it('tells of a full disk as of something that passes', () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    expect(asStorageError(full)).toMatchObject({ code: 'unavailable' });
    const other = new Error('other');
    expect(asStorageError(other)).toBe(other);
  });
});
