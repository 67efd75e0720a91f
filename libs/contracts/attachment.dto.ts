import { IsIn } from 'class-validator';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { PageQuery } from './page.dto.js';
import { failsAs, IsBody, IsVerbatim } from './text.decorators.js';

export const ATTACHMENT_STATES = ['processing', 'ready', 'rejected'] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];

/** A file of a message. */
export class Attachment {
  id!: string;
  name!: string;
  /** Media type by content, not by name. */
  mime!: string;
  /** Bytes of the file as it is downloaded. */
  size!: number;
  /** Pixels, upright; only of pictures. */
  width?: number;
  height?: number;
  /** What the picture shows, for those who do not see it. */
  alt?: string;
  url!: string;
  /** Absent while `processing`, and for files without a picture. */
  thumbnailUrl?: string;
  /** `processing`: only the uploader may ask for it, and waits until it is cleaned; `rejected`: nobody. */
  state!: AttachmentState;
}

/** Where a file is uploaded for. */
export class UploadQuery {
  /** Id of the room whose message it will be part of. */
  @IsVerbatim({ min: 1, max: 64 })
  roomId!: string;
}

/** Changes an attachment before it is sent. */
export class UpdateAttachmentDto {
  @Optional()
  @IsBody({ max: LIMITS.attachmentAlt })
  alt?: string;
}

/** A file of a live message, where lists of files show it. */
export class SharedFile {
  attachment!: Attachment;
  postId!: string;
  messageId!: string;
  /** Number of its message in the post. */
  seq!: number;
  /** Who sent it. */
  authorId!: string;
  /** When its message was sent. */
  at!: string;
}

export class SharedFilePage {
  items!: SharedFile[];
  nextCursor?: string;
  total?: number;
}

export const FILE_KINDS = ['picture', 'document', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export class SharedFilesQuery extends PageQuery {
  /**
   * `picture`: raster pictures that pages show (JPEG, PNG, WebP, GIF, AVIF); `document`: what is read (text, PDF, XML, EPUB,
   * scanned pages, files of office programs); `other`: the rest, as archives, sound, film.
   */
  @Optional()
  @IsIn(FILE_KINDS, failsAs('invalid'))
  kind?: FileKind;
}
