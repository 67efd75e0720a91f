import busboy, { type Busboy } from 'busboy';
import type { Request } from 'express';
import { isUnstorableText } from '#contracts/text.js';
import { AppError } from '../errors/app-error.js';
import type { Storage } from '../storage/storage.js';
import { writeScratch } from '../storage/write-scratch.js';
import { readForm } from './multipart-form.js';
import { asUploadRefusal, emptyFile, fileProblem } from './upload-refusals.js';

/** Parts of one form: one file and what is said about it. */
const PARTS = { files: 1, fields: 4, fieldSize: 16 * 1024, parts: 8 };

/** What a form brought. */
export interface SentFile {
  /** The file, in a scratch file of the storage. */
  scratch: string;
  /** As its sender calls it. */
  name: string;
  /** Bytes. */
  size: number;
  /** What else was said, not validated. */
  fields: Record<string, string>;
}

/**
 * Takes the part `file` of a multipart form from the network onto the disk, a piece at a time. When it throws nothing is left.
 * @param limit most bytes
 * @throws AppError `unsupported_media_type`, `too_large`, `validation_failed`, `file_unusable`, `unavailable` on a full disk
 */
export async function receiveFile(request: Request, storage: Storage, limit: number): Promise<SentFile> {
  const parser = openParser(request);
  const scratch = storage.scratch();
  try {
    const { file, fields } = await readForm(request, parser, (source) => writeScratch(source, scratch, limit));
    if (!file) throw fileProblem('required', 'Choose a file.');
    if (file.size === 0) throw emptyFile();
    if (isUnstorableText(file.name)) throw fileProblem('text_invalid', 'The name holds characters that are not text.');
    return { scratch, name: unescaped(file.name), size: file.size, fields };
  } catch (error) {
    await storage.discard(scratch);
    throw asUploadRefusal(error);
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
