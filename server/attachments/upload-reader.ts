import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { UpdateAttachmentDto } from '#contracts/attachment.dto.js';
import { Organisation } from '../organisation/organisation.service.js';
import { ContractPipe } from '../platform/http/contract.pipe.js';
import { Storage } from '../platform/storage/storage.js';
import { receiveFile } from '../platform/uploads/receive-file.js';
import { assertAllowedType } from './attachment.policy.js';
import { cleanFileName } from './file-name.js';
import type { ReceivedFile } from './received-file.js';

/** Takes the file of a form, with what its sender says of it. */
@Injectable()
export class UploadReader {
  private readonly validation = new ContractPipe();

  constructor(
    private readonly storage: Storage,
    private readonly organisation: Organisation,
  ) {}

  /**
   * Reads a form with exactly one part `file` and, if the sender likes, a field `alt`. When it throws nothing is left.
   * @throws AppError `unsupported_media_type`, `too_large`, `validation_failed`, `file_unusable`, `file_type_blocked`, `unavailable` on a full disk
   */
  async read(request: Request): Promise<ReceivedFile> {
    const { attachmentMaxBytes, blockedAttachmentTypes } = await this.organisation.current();
    const { scratch, name, size, fields } = await receiveFile(request, this.storage, attachmentMaxBytes);
    try {
      assertAllowedType(cleanFileName(name), blockedAttachmentTypes);
      const metatype = UpdateAttachmentDto;
      const { alt } = (await this.validation.transform(fields, { type: 'body', metatype })) as UpdateAttachmentDto;
      return { scratch, name: cleanFileName(name), size, alt: alt === '' ? null : (alt ?? null) };
    } catch (error) {
      await this.storage.discard(scratch);
      throw error;
    }
  }
}
