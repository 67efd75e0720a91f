import type { Message, MessageKind, MessageState, PostHead, SystemText } from '#contracts/message.dto.js';
import type { AttachmentRecord } from '../attachments/attachment-record.js';

/** The message that a message answers. */
export interface QuotedRecord {
  id: string;
  seq: number;
  authorId: string;
  /** Empty once it was taken back, or is gone. */
  text: string;
}

/** What a message forwards, as it is kept. */
export interface StoredForward {
  messageId: string;
  postId: string;
  roomId: string;
  seq: number;
  authorId: string;
  /** When it was written, ISO 8601. */
  at: string;
  text: string;
}

/** What a message forwards, as all of its readers see it. */
export type ForwardRecord = Pick<StoredForward, 'authorId' | 'at' | 'text'>;

/** A message with all that its answer shows. */
export interface MessageRecord {
  id: string;
  postId: string;
  roomId: string;
  seq: number;
  rev: number;
  authorId: string;
  clientId: string | null;
  kind: MessageKind;
  text: string;
  system: SystemText | null;
  state: MessageState;
  createdAt: Date;
  editedAt: Date | null;
  quoted: QuotedRecord | null;
  forwarded?: ForwardRecord | null;
  attached: AttachmentRecord[] | null;
}

/** Changes of a post's messages that were committed: revs `prevRev + 1` to `rev`. */
export interface CommittedChange {
  postId: string;
  roomId: string;
  prevRev: number;
  rev: number;
  /** Number of the post's newest message then. */
  lastSeq: number;
  /** Each changed message as it is then. */
  messages: Message[];
}

/** How far somebody has read, as their devices are told. */
export interface SenderMark {
  userId: string;
  postId: string;
  readSeq: number;
  version: number;
}

/** Where a post stands, with its room and the time of its newest message. */
export interface HeadRecord extends PostHead {
  postId: string;
  roomId: string;
  activeAt: Date;
}
