import type { AttachmentState } from '#contracts/attachment.dto.js';

/** What everybody who may see a file is told about it. */
export interface AttachmentRecord {
  id: string;
  name: string;
  mime: string;
  /** Bytes. */
  size: number;
  width: number | null;
  height: number | null;
  alt: string | null;
  state: AttachmentState;
  hasThumbnail: boolean;
}

/** A file with what decides who may do what with it. */
export interface OwnedAttachment extends AttachmentRecord {
  /** The file whose bytes it has: its own id, or that of the one it was forwarded from. */
  bytesId: string;
  roomId: string;
  uploaderId: string;
  /** Null while its message is not sent. */
  messageId: string | null;
  /** True once its message was taken back. */
  isGone: boolean;
}

/** What processing a picture found out. */
export type ProcessedPicture = Pick<AttachmentRecord, 'name' | 'mime' | 'size' | 'width' | 'height'>;
