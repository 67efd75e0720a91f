import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { notFound } from '../platform/errors/app-error.js';
import { isId } from '../platform/ids/ids.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { Storage } from '../platform/storage/storage.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { keysOf } from './attachment-keys.js';
import type { OwnedAttachment } from './attachment-record.js';
import { type AttachmentPart, assertCanReadPart } from './attachment.policy.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { isInline } from '../platform/pictures/media-type.js';

const THUMBNAIL_MIME = 'image/webp';
const PATIENCE_MS = 10_000;
const LOOK_MS = 150;

/** The bytes of files, for those who may read them. */
@Injectable()
export class AttachmentFilesService {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly rooms: RoomsService,
    private readonly storage: Storage,
  ) {}

  /**
   * Opens a file for one reading. Who uploaded a picture waits for it to be cleaned, for ten seconds at most.
   * @throws AppError `not_found`, `gone` when its message was taken back
   */
  async open(userId: string, id: string, part: AttachmentPart): Promise<FileAnswer> {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const found = await this.find(userId, id);
      const readable = assertCanReadPart(found, userId, part);
      if (readable !== 'later') return this.answer(found, readable);
      await setTimeout(LOOK_MS);
    }
    throw notFound();
  }

  private async find(userId: string, id: string): Promise<OwnedAttachment> {
    const found = isId(id) ? await this.repository.find(id) : undefined;
    if (!found) throw notFound();
    if (found.messageId !== null) await this.rooms.open(userId, found.roomId);
    return found;
  }

  private async answer({ bytesId, mime, name }: OwnedAttachment, part: AttachmentPart): Promise<FileAnswer> {
    const file = await this.storage.open(keysOf(bytesId)[part]);
    if (!file) throw notFound();
    const own = part === 'thumbnail' ? THUMBNAIL_MIME : mime;
    return { file, mime: own, name, isInline: isInline(own) };
  }
}
