import { ArrayMaxSize, IsArray, IsInt, Max, Min } from 'class-validator';
import type { ErrorCode } from './error-codes.js';
import { LIMITS, MAX_SEQ } from './limits.js';
import { EditMessageDto, Message, PostHead, SendMessageDto } from './message.dto.js';
import { Optional } from './optional.decorator.js';
import { failsAs, IsVerbatim } from './text.decorators.js';
import { IsUUID } from './value.decorators.js';

export class RenewSessionDto {
  @IsVerbatim({ min: 1, max: 4_000 })
  token!: string;
}

export class OpenPostDto {
  @IsUUID()
  postId!: string;

  /** The last rev that the client holds; absent to start. */
  @Optional()
  @IsInt(failsAs('invalid'))
  @Min(0, failsAs('too_small'))
  @Max(MAX_SEQ, failsAs('too_big'))
  rev?: number;
}

export class ClosePostDto {
  @IsUUID()
  postId!: string;
}

export class SocketSendMessageDto extends SendMessageDto {
  @IsUUID()
  postId!: string;
}

export class SocketEditMessageDto extends EditMessageDto {
  @IsUUID()
  messageId!: string;
}

export class RecallMessageDto {
  @IsUUID()
  messageId!: string;
}

export class ReadPostDto {
  @IsUUID()
  postId!: string;

  /** `post:read`: the last message read. `post:unread`: the first one that is to count as unread. */
  @IsInt(failsAs('invalid'))
  @Min(0, failsAs('too_small'))
  @Max(MAX_SEQ, failsAs('too_big'))
  seq!: number;
}

export class TypingDto {
  @IsUUID()
  postId!: string;
}

export class WatchPresenceDto {
  @IsArray(failsAs('invalid'))
  @ArrayMaxSize(LIMITS.watchedUsers, failsAs('too_many'))
  @IsUUID({ each: true })
  userIds!: string[];
}

/** Why an event was refused. */
export class SocketError {
  code!: ErrorCode;
  message!: string;
  /** When a rate limit lets the next one through. */
  retryAfterMs?: number;
  /** The present message, with `stale_edit`. */
  current?: Message;
}

/** Where a post stands, with the reader's mark. */
export class ReaderHead extends PostHead {
  readSeq!: number;
}

export class RenewedAck {
  expiresAt!: string;
}

export class OpenedAck {
  head!: ReaderHead;
  /** The newest messages, or those changed since `rev`, ascending by `seq`. */
  items!: Message[];
  /** Only with `rev`: false means too much changed, start afresh. */
  complete?: boolean;
}

export class MessageAck {
  message!: Message;
}

export class ReadAck {
  readSeq!: number;
  version!: number;
}

export class PresenceAck {
  /** Those of the watched who are connected now. */
  online!: string[];
}
