import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Config } from '../config/config.js';
import { newId } from '../ids/ids.js';
import { asStorageError, isMissing } from './storage-error.js';

/** Ours alone, made of words and ids and never of what people call things: no name leads to another file. */
const KEY = /^[a-z]+\/[0-9a-f-]{36}\.[a-z]+$/u;

/** A part of a file: from its first to its last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** A file that is being read: it stays readable when it is removed meanwhile. */
export interface StoredFile {
  /** Bytes. */
  size: number;
  /** Changes whenever the content does. */
  tag: string;
  /** The content, or a part of it; ends the reading. */
  stream(range?: ByteRange): Readable;
  /** Ends the reading without a stream. */
  close(): Promise<void>;
}

/** A file of the storage, for sweeping. */
export interface StoredKey {
  key: string;
  changedAt: Date;
}

/**
 * Where files are kept: on disk below the data folder. A file is made as a scratch file first and then kept under its
 * key at once and whole; no reader ever sees a part of one. Keys look like `attachments/<uuid>.file`.
 */
@Injectable()
export class Storage implements OnModuleInit {
  private readonly root: string;
  private readonly scratchFolder: string;

  constructor(config: Config) {
    this.root = join(config.dataDir, 'files');
    this.scratchFolder = join(this.root, 'scratch');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.scratchFolder, { recursive: true, mode: 0o700 });
  }

  /** A new path on this computer for a file in the making. What is left there is swept. */
  scratch(): string {
    return join(this.scratchFolder, newId());
  }

  /** Keeps a scratch file under its key, in place of what was there; durable when this resolves. @throws AppError `unavailable` on a full disk */
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

  /** Opens a file for one reading; undefined when there is none. */
  async open(key: string): Promise<StoredFile | undefined> {
    const handle = await open(this.local(key), 'r').catch(undefinedWhenMissing);
    if (!handle) return undefined;
    const { size, mtimeMs } = await handle.stat();
    return {
      size,
      tag: `${size.toString(36)}-${Math.round(mtimeMs).toString(36)}`,
      stream: (range) => createReadStream('', { fd: handle, ...range }),
      close: () => handle.close(),
    };
  }

  /** The path of a file on this computer, for programs that read paths. */
  local(key: string): string {
    if (!KEY.test(key)) throw new Error(`Not a key of the storage: ${JSON.stringify(key)}`);
    const [folder = '', name = ''] = key.split('/');
    // The first letters of ids of one day are the same; the last two before the ending spread.
    return join(this.root, folder, name.slice(34, 36), name);
  }

  /** True when there is such a file. */
  async has(key: string): Promise<boolean> {
    return (await stat(this.local(key)).catch(undefinedWhenMissing)) !== undefined;
  }

  /** Removes files; those that are gone already are fine. */
  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) await rm(this.local(key), { force: true });
  }

  /** Removes a scratch file, if it is still there. */
  async discard(scratch: string): Promise<void> {
    await rm(scratch, { force: true });
  }

  /** Every file of a folder, as `attachments`, in no order. */
  async *list(folder: string): AsyncGenerator<StoredKey> {
    for (const shard of await readdir(join(this.root, folder)).catch(() => [])) {
      const path = join(this.root, folder, shard);
      for await (const { name } of await opendir(path)) {
        const found = await stat(join(path, name)).catch(undefinedWhenMissing);
        if (found) yield { key: `${folder}/${name}`, changedAt: found.mtime };
      }
    }
  }

  /** Removes scratch files that nobody has written to since `before`; returns how many. */
  async sweepScratch(before: Date): Promise<number> {
    let swept = 0;
    for await (const { name } of await opendir(this.scratchFolder)) {
      const path = join(this.scratchFolder, name);
      const found = await stat(path).catch(undefinedWhenMissing);
      if (!found || found.mtime >= before) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
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

function undefinedWhenMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
  return undefined;
}
