import { Injectable } from '@nestjs/common';
import busboy, { type Busboy } from 'busboy';
import type { Request } from 'express';
import { UpdateAttachmentDto } from '#contracts/attachment.dto.js';
import { isUnstorableText } from '#contracts/text.js';
import { Config } from '../platform/config/config.js';
import { AppError } from '../platform/errors/app-error.js';
import { ContractPipe } from '../platform/http/contract.pipe.js';
import { Storage } from '../platform/storage/storage.js';
import { writeScratch } from '../platform/storage/write-scratch.js';
import { cleanFileName } from './file-name.js';
import { readForm } from './multipart-form.js';
import type { ReceivedFile } from './received-file.js';
import { asUploadRefusal, emptyFile, fileProblem } from './upload-refusals.js';

/** Parts of one form: one file and what is said about it. */
const PARTS = { files: 1, fields: 4, fieldSize: 16 * 1024, parts: 8 };

/** Takes the file of a multipart form from the network onto the disk, a piece at a time. */
@Injectable()
export class UploadReader {
  private readonly validation = new ContractPipe();

  constructor(
    private readonly storage: Storage,
    private readonly config: Config,
  ) {}

  /**
   * Reads a form with exactly one part `file` and, if the sender likes, a field `alt`. When it throws nothing is left.
   * @throws AppError `unsupported_media_type`, `too_large`, `validation_failed`, `file_unusable`, `unavailable` on a full disk
   */
  async read(request: Request): Promise<ReceivedFile> {
    const parser = openParser(request);
    const scratch = this.storage.scratch();
    try {
      const { file, fields } = await readForm(request, parser, (source) =>
        writeScratch(source, scratch, this.config.attachmentMaxBytes),
      );
      if (!file) throw fileProblem('required', 'Choose a file.');
      if (file.size === 0) throw emptyFile();
      if (isUnstorableText(file.name))
        throw fileProblem('text_invalid', 'The name holds characters that are not text.');
      const { alt } = (await this.validation.transform(fields, {
        type: 'body',
        metatype: UpdateAttachmentDto,
      })) as UpdateAttachmentDto;
      return {
        scratch,
        name: cleanFileName(unescaped(file.name)),
        size: file.size,
        alt: alt === '' ? null : (alt ?? null),
      };
    } catch (error) {
      await this.storage.discard(scratch);
      throw asUploadRefusal(error);
    }
  }
}

/** Browsers write a quotation mark and line ends in a name this way (HTML, multipart/form-data encoding algorithm). */
function unescaped(name: string): string {
  return name.replaceAll('%22', '"').replace(/%0[DA]/gu, ' ');
}

function openParser(request: Request): Busboy {
  if (!request.is('multipart/form-data'))
    throw new AppError('unsupported_media_type', 'Send the file as multipart/form-data.');
  try {
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits: PARTS });
  } catch (error) {
    throw asUploadRefusal(error);
  }
}
