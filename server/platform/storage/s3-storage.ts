import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { S3Address } from '../config/s3-address.js';
import { createS3Client, SOON } from './s3-client.js';
import { asStartupError, isMissingObject, storageAway } from './s3-errors.js';
import type { ScratchFolder } from './scratch-folder.js';
import { type ByteRange, Storage, type StoredFile, type StoredKey } from './storage.js';
import { assertKey } from './storage-key.js';
import { writeScratch } from './write-scratch.js';

/** The smallest that stores take; one part of an upload is in memory at a time. */
const PART_BYTES = 5 * 1024 * 1024;
const REMOVALS_AT_ONCE = 10;

/** Files in a bucket of a store that speaks S3; any number of nodes share it. */
export class S3Storage extends Storage implements OnModuleInit, OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly place: { Bucket: string };

  constructor(
    private readonly address: S3Address,
    folder: ScratchFolder,
  ) {
    super(folder);
    this.client = createS3Client(address);
    this.place = { Bucket: address.bucket };
  }

  /** @throws StartupError when the bucket is not there, or does not let us list, write and delete */
  async onModuleInit(): Promise<void> {
    const probe = { ...this.place, Key: 'roomers-start' };
    try {
      await this.check();
      await this.client.send(new PutObjectCommand({ ...probe, Body: 'may be removed' }), SOON);
      await this.client.send(new DeleteObjectCommand(probe), SOON);
    } catch (error) {
      throw asStartupError(error, this.address);
    }
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  override async check(): Promise<void> {
    await this.client.send(new ListObjectsV2Command({ ...this.place, MaxKeys: 1 }), SOON);
  }

  async keep(scratch: string, key: string): Promise<void> {
    assertKey(key);
    const Body = createReadStream(scratch);
    const params = { ...this.place, Key: key, Body };
    try {
      await new Upload({ client: this.client, params, partSize: PART_BYTES, queueSize: 1 }).done();
    } catch (error) {
      throw storageAway(error);
    } finally {
      Body.destroy();
    }
    await this.discard(scratch);
  }

  async open(key: string): Promise<StoredFile | undefined> {
    const head = await this.head(key);
    if (!head) return undefined;
    const { ContentLength: size = 0, ETag = '' } = head;
    return {
      size,
      tag: ETag.replace(/^W\/|"/gu, ''),
      stream: (range) => this.read(key, ETag, range),
      close: () => Promise.resolve(),
    };
  }

  async withLocal<Result>(key: string, work: (path: string) => Promise<Result>): Promise<Result> {
    const file = await this.open(key);
    if (!file) throw new Error(`There is no ${key} in the bucket.`);
    const path = this.scratch();
    try {
      await writeScratch(await file.stream(), path, file.size);
      return await work(path);
    } finally {
      await this.discard(path);
    }
  }

  async has(key: string): Promise<boolean> {
    return (await this.head(key)) !== undefined;
  }

  async remove(keys: readonly string[]): Promise<void> {
    keys.forEach(assertKey);
    // One by one: stores do not agree on the sum that removing many at once has to carry.
    for (let start = 0; start < keys.length; start += REMOVALS_AT_ONCE)
      await Promise.all(keys.slice(start, start + REMOVALS_AT_ONCE).map((key) => this.removeOne(key)));
  }

  async *list(folder: string): AsyncGenerator<StoredKey> {
    const pages = paginateListObjectsV2({ client: this.client }, { ...this.place, Prefix: `${folder}/` });
    for await (const { Contents = [] } of pages)
      for (const { Key, LastModified } of Contents)
        if (Key && LastModified) yield { key: Key, changedAt: LastModified };
  }

  private async removeOne(Key: string): Promise<void> {
    try {
      await this.client.send(new DeleteObjectCommand({ ...this.place, Key }), SOON);
    } catch (error) {
      throw storageAway(error);
    }
  }

  private async head(Key: string): Promise<{ ContentLength?: number; ETag?: string } | undefined> {
    assertKey(Key);
    try {
      return await this.client.send(new HeadObjectCommand({ ...this.place, Key }), SOON);
    } catch (error) {
      if (!isMissingObject(error)) throw storageAway(error);
      await this.assertBucket();
      return undefined;
    }
  }

  /** Of a missing bucket a store says no more than of a missing object. */
  private async assertBucket(): Promise<void> {
    try {
      await this.client.send(new HeadBucketCommand(this.place), SOON);
    } catch (error) {
      throw storageAway(error);
    }
  }

  private async read(Key: string, IfMatch: string, range: ByteRange | undefined): Promise<Readable> {
    const Range = range && `bytes=${String(range.start)}-${String(range.end)}`;
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ ...this.place, Key, IfMatch, Range }), SOON);
      if (Body instanceof Readable) return Body;
      throw new Error('The store answered without a body.');
    } catch (error) {
      throw storageAway(error);
    }
  }
}
