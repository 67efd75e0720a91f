import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { DiskStorage } from './disk-storage.js';
import { ScratchFolder } from './scratch-folder.js';
import { Storage } from './storage.js';

async function chooseStorage(config: Config, folder: ScratchFolder): Promise<Storage> {
  if (!config.s3) return new DiskStorage(config, folder);
  // Who keeps files on disk does not pay for the packages.
  const { S3Storage } = await import('./s3-storage.js');
  return new S3Storage(config.s3, folder);
}

/** Keeps files in the bucket that is configured, or on disk. */
@Global()
@Module({
  providers: [ScratchFolder, { provide: Storage, inject: [Config, ScratchFolder], useFactory: chooseStorage }],
  exports: [Storage],
})
export class StorageModule {}
