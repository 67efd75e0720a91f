import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Storage, type StoredFile, type StoredKey } from './storage.js';
import type { Config } from '../config/config.js';
import type { ScratchFolder } from './scratch-folder.js';
import { asStorageError, undefinedWhenMissing } from './storage-error.js';
import { assertKey } from './storage-key.js';

/** Files below the data folder; several nodes may share it. */
export class DiskStorage extends Storage {
  private readonly root: string;

  constructor(config: Config, folder: ScratchFolder) {
    super(folder);
    this.root = join(config.dataDir, 'files');
  }

  async keep(scratch: string, key: string): Promise<void> {
    const path = this.local(key);
    try {
      await flush(scratch);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(scratch, path);
      await flush(dirname(path));
    } catch (error) {
      throw asStorageError(error);
    }
  }

  async open(key: string): Promise<StoredFile | undefined> {
    const handle = await open(this.local(key), 'r').catch(undefinedWhenMissing);
    if (!handle) return undefined;
    const { size, mtimeMs } = await handle.stat();
    return {
      size,
      tag: `${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`,
      stream: (range) => Promise.resolve(createReadStream('', { fd: handle, ...range })),
      close: () => handle.close(),
    };
  }

  async withLocal<Result>(key: string, work: (path: string) => Promise<Result>): Promise<Result> {
    const path = this.local(key);
    await stat(path);
    return work(path);
  }

  async has(key: string): Promise<boolean> {
    return (await stat(this.local(key)).catch(undefinedWhenMissing)) !== undefined;
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) await rm(this.local(key), { force: true });
  }

  async *list(folder: string): AsyncGenerator<StoredKey> {
    for (const shard of await readdir(join(this.root, folder)).catch(() => [])) {
      const path = join(this.root, folder, shard);
      for await (const { name } of await opendir(path)) {
        const found = await stat(join(path, name)).catch(undefinedWhenMissing);
        if (found) yield { key: `${folder}/${name}`, changedAt: found.mtime };
      }
    }
  }

  /** The path of a file on this computer. */
  local(key: string): string {
    assertKey(key);
    const [folder = '', name = ''] = key.split('/');
    // The first letters of ids of one day are the same; the last two before the ending spread.
    return join(this.root, folder, name.slice(34, 36), name);
  }
}

/** Makes a file, or the names in a folder, survive a power cut. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
