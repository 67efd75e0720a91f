import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors/app-error.js';
import { asStorageError } from './storage-error.js';

/**
 * Writes a stream into a scratch file, a piece at a time.
 * @returns the bytes written
 * @throws AppError `too_large` as soon as `limit` is passed, `unavailable` on a full disk; what the stream fails with
 */
export async function writeScratch(source: Readable, scratch: string, limit: number): Promise<number> {
  let size = 0;
  const bound = new Transform({
    transform: (chunk: Buffer, _, done) => {
      size += chunk.length;
      done(size > limit ? tooLarge(limit) : null, chunk);
    },
  });
  try {
    await pipeline(source, bound, createWriteStream(scratch, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    throw asStorageError(error);
  }
  return size;
}

function tooLarge(limit: number): AppError {
  const mebibytes = Math.floor((limit / (1024 * 1024)) * 10) / 10;
  const most = mebibytes >= 1 ? `${String(mebibytes)} MiB` : `${String(limit)} bytes`;
  return new AppError('too_large', `A file has at most ${most}.`);
}
