import type { OwnedAttachment } from './attachment-record.js';
import { AppError, fieldError, notFound } from '../platform/errors/app-error.js';

/** Which bytes of a file: what is downloaded, or its small picture. */
export type AttachmentPart = 'file' | 'thumbnail';

/** `later`: the picture is not cleaned yet, and nothing is read before. */
export type ReadablePart = AttachmentPart | 'later';

/**
 * Which bytes a user gets who may read the room of the file's message, or uploaded a file that is not sent yet.
 * A picture that is not cleaned yet is there for its uploader only, who has to wait.
 * @throws AppError `not_found`, `gone` when the message was taken back
 */
export function assertCanReadPart(file: OwnedAttachment, userId: string, part: AttachmentPart): ReadablePart {
  const isOwn = file.uploaderId === userId;
  if (file.messageId === null && !isOwn) throw notFound();
  if (file.isGone) throw new AppError('gone', 'The message of this file was taken back.');
  if (file.state === 'rejected') throw notFound();
  if (file.state === 'processing') {
    if (!isOwn) throw notFound();
    return 'later';
  }
  if (part === 'thumbnail' && !file.hasThumbnail) throw notFound();
  return part;
}

/** @throws AppError `not_found` when it is not the user's, `read_only` once it is in a message */
export function assertCanChange(file: OwnedAttachment | undefined, userId: string): OwnedAttachment {
  if (file?.uploaderId !== userId) throw notFound();
  if (file.messageId !== null)
    throw new AppError('read_only', 'The file is in a message. Take the message back instead.');
  return file;
}

/**
 * What the organisation keeps out is told by the ending of the name. Dots and spaces at its end hide nothing.
 * @param blocked endings without the dot, in small letters
 * @throws AppError `file_type_blocked` at `file`
 */
export function assertAllowedType(name: string, blocked: readonly string[]): void {
  const bare = name.toLowerCase().replace(/[. ]+$/u, '');
  const ending = blocked.find((one) => bare.endsWith(`.${one}`));
  if (ending !== undefined)
    throw fieldError('file', 'file_type_blocked', `Files that end in .${ending} may not be attached here.`);
}
