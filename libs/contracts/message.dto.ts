import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';
import { Attachment } from './attachment.dto.js';
import { LIMITS, MAX_SEQ } from './limits.js';
import { Optional } from './optional.decorator.js';
import { failsAs, IsBody, IsName } from './text.decorators.js';
import { IsUUID, IsInstant } from './value.decorators.js';

export const MESSAGE_KINDS = ['text', 'system'] as const;
export const MESSAGE_STATES = ['live', 'recalled', 'removed'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
export type MessageState = (typeof MESSAGE_STATES)[number];

/** What a system message says, for the reader's language; `text` holds the English. */
export class SystemText {
  /** `room_created` with `ownerName` and `roomName`; `admin_joined` with `name`, an admin who let themselves in. */
  code!: string;
  params!: Record<string, string>;
}

/** The message that a message answers. */
export class Quote {
  id!: string;
  seq!: number;
  authorId!: string;
  /** First words; empty once the quoted message was recalled or removed. */
  excerpt!: string;
}

/** What was forwarded: somebody's words as they were then, whatever became of them. `GET /api/messages/:id/source` tells where they stand. */
export class ForwardedFrom {
  /** Who wrote it. */
  authorId!: string;
  /** When. */
  at!: string;
  /** Markdown; its files are those of the message that forwards it. */
  text!: string;
}

/** Where a forwarded message stands, for who may read it there. */
export class MessageSource {
  roomId!: string;
  roomSlug!: string;
  postId!: string;
  postSlug!: string;
  messageId!: string;
  seq!: number;
}

export class Reaction {
  emoji!: string;
  count!: number;
  /** The first 50. */
  userIds!: string[];
}

/** A message in its present state. */
export class Message {
  id!: string;
  postId!: string;
  roomId!: string;
  /** Its number in the post: gapless, never reused, kept by recalled messages. */
  seq!: number;
  /** Number of its last change in the post. */
  rev!: number;
  /** The key its sender made. */
  clientId?: string;
  authorId!: string;
  kind!: MessageKind;
  /** Markdown, what its author wrote; empty once recalled or removed, and perhaps where something is forwarded or attached. */
  text!: string;
  system?: SystemText;
  createdAt!: string;
  editedAt?: string;
  state!: MessageState;
  replyTo?: Quote;
  forwardedFrom?: ForwardedFrom;
  mentions!: string[];
  attachments!: Attachment[];
  reactions!: Reaction[];
  pinnedAt?: string;
}

/** Where a post stands. */
export class PostHead {
  firstSeq!: number;
  lastSeq!: number;
  rev!: number;
}

/** A stretch of a post's messages, ascending by `seq`. */
export class MessagePage {
  items!: Message[];
  head!: PostHead;
}

export class MessagesQuery {
  /** Messages before this number. At most one of `before`, `after`, `around`. */
  @Optional()
  @Type(() => Number)
  @IsInt(failsAs('invalid'))
  @Min(0, failsAs('too_small'))
  @Max(MAX_SEQ, failsAs('too_big'))
  before?: number;

  @Optional()
  @Type(() => Number)
  @IsInt(failsAs('invalid'))
  @Min(0, failsAs('too_small'))
  @Max(MAX_SEQ, failsAs('too_big'))
  after?: number;

  @Optional()
  @Type(() => Number)
  @IsInt(failsAs('invalid'))
  @Min(0, failsAs('too_small'))
  @Max(MAX_SEQ, failsAs('too_big'))
  around?: number;

  @Optional()
  @Type(() => Number)
  @IsInt(failsAs('invalid'))
  @Min(1, failsAs('too_small'))
  @Max(LIMITS.pageSize.max, failsAs('too_big'))
  limit?: number;
}

/** A message to be stored. */
export class SendMessageDto {
  /** UUID made by the sender: the same message sent again is stored once. */
  @IsUUID()
  clientId!: string;

  /** Markdown; may be empty only with an attachment. */
  @IsBody({ max: LIMITS.messageText })
  text!: string;

  @Optional()
  @IsArray(failsAs('invalid'))
  @ArrayMaxSize(LIMITS.attachmentsPerMessage, failsAs('too_many'))
  @ArrayUnique(failsAs('invalid'))
  @IsUUID({ each: true })
  attachmentIds?: string[];

  /** A message of the same post. */
  @Optional()
  @IsUUID()
  replyToId?: string;
}

/** A message to be forwarded into another post, or the same. */
export class ForwardMessageDto {
  @IsUUID()
  postId!: string;

  /** As of a message that is sent. */
  @IsUUID()
  clientId!: string;

  /** Own words with it. Markdown. */
  @Optional()
  @IsBody({ max: LIMITS.messageText })
  text?: string;
}

/** Why a message is removed. */
export class RemoveMessageDto {
  /** Its author may read it, and so may those who keep the room; it is in the audit log. */
  @IsName(LIMITS.removalReason)
  reason!: string;
}

/** That a message was removed. */
export class MessageRemoval {
  reason!: string;
  /** Who removed it. */
  actorId!: string;
  at!: string;
}

/** A new text for an own message. */
export class EditMessageDto {
  @IsBody({ max: LIMITS.messageText })
  text!: string;

  /** `editedAt` of the text that was changed, or its `createdAt` when it was never edited: when another edit came between, this one is refused as `stale_edit`. */
  @Optional()
  @IsInstant()
  baseEditedAt?: string;
}
