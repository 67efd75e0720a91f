import { Injectable } from '@nestjs/common';
import { Storage } from '../platform/storage/storage.js';
import { AttachmentErasureRepository, type FilesOf, type FileSum } from './attachment-erasure.repository.js';
import { allKeysOf } from './attachment-keys.js';
import { AttachmentsRepository } from './attachments.repository.js';

const BATCH = 200;

/** The files of rooms and posts that are deleted, or may be. */
@Injectable()
export class AttachmentErasure {
  constructor(
    private readonly repository: AttachmentErasureRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly storage: Storage,
  ) {}

  /** How many files would go with a room or a post, and how large they are together. */
  async sum(place: FilesOf): Promise<FileSum> {
    return this.repository.sum(place);
  }

  /** Removes some files of a deleted room or post, first the bytes that no other file has, so that none stay without a row; false when there are none. */
  async eraseSome(place: FilesOf): Promise<boolean> {
    const files = await this.repository.markSome(place, BATCH);
    if (files.length === 0) return false;
    await this.storage.remove(allKeysOf(await this.attachments.findUnused(files.map(({ bytesId }) => bytesId))));
    await this.repository.remove(files.map(({ id }) => id));
    return true;
  }
}
