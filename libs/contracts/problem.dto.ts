import type { Message } from './message.dto.js';
import type { PostRevision } from './post.dto.js';
import type { ErrorCode, FieldCode } from './error-codes.js';

/** One field that was refused. */
export class FieldProblem {
  /** Path of the field, as `tags.0`. */
  field!: string;
  code!: FieldCode;
  message!: string;
}

/** A room that somebody must see to first. */
export class ProblemRoom {
  id!: string;
  slug!: string;
  name!: string;
}

/** Every error answer (`application/problem+json`, RFC 9457). */
export class Problem {
  /** `urn:roomers:problem:<code>`. */
  type!: string;
  title!: string;
  status!: number;
  code!: ErrorCode;
  /** What happened and what to do, in plain English; clients translate by code. */
  detail!: string;
  /** Every refused field at once. */
  errors?: FieldProblem[];
  /** A free value close to a taken one (`slug_taken`, `username_taken`). */
  suggestion?: string;
  /** The message as it is now (`stale_edit`). */
  current?: Message;
  /** Title and about of the post as they are now (`stale_edit`). */
  currentPost?: PostRevision;
  /** Rooms to hand over or delete first (`owns_rooms`). */
  rooms?: ProblemRoom[];
  /** Name of the log entries of this request. */
  requestId!: string;
}
