import type { Readable } from 'node:stream';
import type { ScratchFolder } from './scratch-folder.js';

/** A part of a file: from its first to its last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** A file as it was when it was opened. */
export interface StoredFile {
  /** Bytes. */
  size: number;
  /** Changes whenever the content does. */
  tag: string;
  /**
   * The content, or a part of it; ends the reading. What has begun goes on when the file is removed meanwhile.
   * @throws AppError `unavailable`
   */
  stream(range?: ByteRange): Promise<Readable>;
  /** Ends the reading without a stream. */
  close(): Promise<void>;
}

/** A file of the storage, for sweeping. */
export interface StoredKey {
  key: string;
  changedAt: Date;
}

/**
 * Where files are kept: on disk below the data folder, or in a bucket. A file is made as a scratch file of this computer
 * and then kept under its key at once and whole; no reader ever sees a part of one. Keys look like
 * `attachments/<uuid>.file`. A storage that is away or full is an AppError `unavailable`.
 */
export abstract class Storage {
  constructor(private readonly folder: ScratchFolder) {}

  /** A new path on this computer for a file in the making. What is left there is swept. */
  scratch(): string {
    return this.folder.newPath();
  }

  /** Removes a scratch file, if it is still there. */
  async discard(scratch: string): Promise<void> {
    await this.folder.discard(scratch);
  }

  /** Keeps a scratch file under its key, in place of what was there, and takes it from the scratch files; durable when this resolves. */
  abstract keep(scratch: string, key: string): Promise<void>;

  /** Opens a file for one reading; undefined when there is none. */
  abstract open(key: string): Promise<StoredFile | undefined>;

  /** Does work that needs a path of this computer; `work` may only read there. @throws Error when there is no such file */
  abstract withLocal<Result>(key: string, work: (path: string) => Promise<Result>): Promise<Result>;

  /** True when there is such a file. */
  abstract has(key: string): Promise<boolean>;

  /** Removes files; those that are gone already are fine. */
  abstract remove(keys: readonly string[]): Promise<void>;

  /** Every file of a folder, as `attachments`, in no order. */
  abstract list(folder: string): AsyncGenerator<StoredKey>;

  /** Rejects while the storage is away; absent where that cannot be. */
  check?(): Promise<void>;
}
