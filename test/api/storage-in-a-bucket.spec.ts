import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type S3Fault, TestS3 } from '../kit/s3.js';
import type { Config } from '../../server/platform/config/config.js';
import type { S3Address } from '../../server/platform/config/s3-address.js';
import { newId } from '../../server/platform/ids/ids.js';
import { S3Storage } from '../../server/platform/storage/s3-storage.js';
import { ScratchFolder } from '../../server/platform/storage/scratch-folder.js';

describe('the storage in a bucket', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'roomers-storage-'));
  const folder = new ScratchFolder({ dataDir } as Config);
  const made: S3Storage[] = [];
  let s3: TestS3;
  let storage: S3Storage;

  const on = (address: Partial<S3Address> = {}): S3Storage => {
    const storage = new S3Storage({ ...s3.address, ...address }, folder);
    made.push(storage);
    return storage;
  };

  beforeAll(async () => {
    s3 = await TestS3.start();
    await folder.onModuleInit();
    storage = on();
  });
  afterEach(() => {
    s3.fault = () => undefined;
  });
  afterAll(async () => {
    folder.onModuleDestroy();
    for (const one of made) one.onApplicationShutdown();
    await s3.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const newKey = (): string => `attachments/${newId()}.file`;
  function scratch(content: string | Buffer): string {
    const path = storage.scratch();
    writeFileSync(path, content);
    return path;
  }
  async function kept(content: string): Promise<string> {
    const key = newKey();
    await storage.keep(scratch(content), key);
    return key;
  }
  const unavailable = { code: 'unavailable', details: { retryAfterMs: 5_000 } };
  const large = (): Buffer => Buffer.alloc(12_000_000, 'x');

  it('starts only with a bucket that it may use, leaves nothing there, and says what to do otherwise', async () => {
    await on().onModuleInit();
    expect(s3.keys()).toEqual([]);
    const refusal = (address: Partial<S3Address>): Promise<string> =>
      on(address)
        .onModuleInit()
        .then(String, (error: unknown) => (error as Error).message);
    expect(await refusal({ bucket: 'another' })).toMatch(/has no bucket "another"\. Make it, or correct S3_BUCKET\.$/u);
    expect(await refusal({ accessKeyId: 'nobody' })).toMatch(/Correct S3_ACCESS_KEY_ID\.$/u);
    expect(await refusal({ endpoint: 'http://127.0.0.1:1' })).toMatch(/does not answer \(.*ECONNREFUSED/u);
    expect(await refusal({ endpoint: 'http://store.invalid' })).toMatch(/does not answer \(.*(ENOTFOUND|EAI_AGAIN)/u);
    s3.fault = () => 'SignatureDoesNotMatch';
    expect(await refusal({})).toMatch(/Correct S3_SECRET_ACCESS_KEY\.$/u);
    s3.fault = ({ method }) => (method === 'PUT' ? 'AccessDenied' : undefined);
    expect(await refusal({})).toMatch(/may not list, write and delete in the bucket "roomers-test"/u);
  });

  it('says that it is unavailable while the store is away, and goes on when it is back', async () => {
    const key = await kept('here');
    const opened = await storage.open(key);
    await s3.stop();
    const file = scratch('later');
    for (const asked of [
      storage.open(key),
      storage.has(key),
      storage.remove([key]),
      storage.keep(file, newKey()),
      opened!.stream(),
      storage.withLocal(key, () => Promise.resolve()),
    ])
      await expect(asked).rejects.toMatchObject(unavailable);
    await expect(storage.check()).rejects.toThrow();
    await s3.goOn();
    await storage.keep(file, newKey());
    expect((await buffer(await opened!.stream())).toString()).toBe('here');
    await storage.check();
  });

  it('takes a bucket that is gone for a fault and not for files that are', async () => {
    const gone = on({ bucket: 'gone' });
    await expect(gone.open(newKey())).rejects.toMatchObject(unavailable);
    await expect(gone.has(newKey())).rejects.toMatchObject(unavailable);
    await expect(gone.keep(scratch('x'), newKey())).rejects.toMatchObject(unavailable);
  });

  it('tries again what fails once', async () => {
    const key = await kept('stubborn');
    let failures = 1;
    s3.fault = () => (failures-- > 0 ? 'SlowDown' : undefined);
    expect(await storage.has(key)).toBe(true);
  });

  it.each<[string, S3Fault]>([
    ['its second part', ({ url }) => (url.searchParams.get('partNumber') === '2' ? 'AccessDenied' : undefined)],
    [
      'its end',
      ({ method, url }) => (method === 'POST' && url.searchParams.has('uploadId') ? 'AccessDenied' : undefined),
    ],
  ])('leaves nothing of an upload that fails at %s, and the file for another try', async (_, fault) => {
    const [key, file] = [newKey(), scratch(large())];
    s3.fault = fault;
    const before = s3.requests.length;
    await expect(storage.keep(file, key)).rejects.toMatchObject(unavailable);
    expect(s3.requests.slice(before).some((request) => request.startsWith('DELETE'))).toBe(true);
    s3.fault = () => undefined;
    expect([await storage.has(key), s3.unfinished()]).toEqual([false, []]);
    await storage.keep(file, key);
    expect([(await storage.open(key))?.size, s3.unfinished()]).toEqual([12_000_000, []]);
  });

  it('fails a reading whose file was replaced or removed since it was opened', async () => {
    const key = await kept('first');
    const opened = await storage.open(key);
    await storage.remove([key]);
    await expect(opened!.stream()).rejects.toMatchObject(unavailable);
  });

  it('leaves no half of a file on this computer when the store goes while it is fetched', async () => {
    const key = newKey();
    await storage.keep(scratch(large()), key);
    const before = readdirSync(join(dataDir, 'files/scratch')).length;
    s3.fault = ({ method }) => (method === 'GET' ? 'AccessDenied' : undefined);
    await expect(storage.withLocal(key, () => Promise.resolve())).rejects.toMatchObject(unavailable);
    expect(readdirSync(join(dataDir, 'files/scratch'))).toHaveLength(before);
  });

  it('lists thousands page by page', async () => {
    const keys = Array.from({ length: 1_100 }, () => `listed/${newId()}.file`);
    s3.plant(keys);
    const before = s3.requests.length;
    const found: string[] = [];
    for await (const { key } of storage.list('listed')) found.push(key);
    expect(found.sort()).toEqual(keys.sort());
    expect(s3.requests.length - before).toBe(2);
    await storage.remove(keys.slice(0, 25));
    expect(s3.keys().filter((key) => key.startsWith('listed'))).toHaveLength(1_075);
  });

  it('waits for a store that takes connections and says nothing, but not for ever', async () => {
    const silent: Server = createServer();
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const begun = Date.now();
    await expect(on({ endpoint }).has(newKey())).rejects.toMatchObject(unavailable);
    expect(Date.now() - begun).toBeLessThan(20_000);
    silent.close();
  }, 30_000);
});
