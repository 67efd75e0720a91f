import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/errors/app-error.js';
import { isId } from '../platform/ids/ids.js';
import type { FileAnswer } from '../platform/http/send-file.js';
import { Storage } from '../platform/storage/storage.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { keysOf } from './attachment-keys.js';
import { type AttachmentPart, assertCanReadPart } from './attachment.policy.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { isInline } from './media-type.js';

const THUMBNAIL_MIME = 'image/webp';

/** The bytes of files, for those who may read them. */
@Injectable()
export class AttachmentFilesService {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly rooms: RoomsService,
    private readonly storage: Storage,
  ) {}

  /** Opens a file for one reading. @throws AppError `not_found`, `gone` when its message was taken back */
  async open(userId: string, id: string, part: AttachmentPart): Promise<FileAnswer> {
    const found = isId(id) ? await this.repository.find(id) : undefined;
    if (!found) throw notFound();
    if (found.messageId !== null) await this.rooms.open(userId, found.roomId);
    const readable = assertCanReadPart(found, userId, part);
    const file = await this.storage.open(keysOf(id)[readable]);
    if (!file) throw notFound();
    const mime = part === 'thumbnail' ? THUMBNAIL_MIME : found.mime;
    return { file, mime, name: found.name, isInline: isInline(mime) };
  }
}
