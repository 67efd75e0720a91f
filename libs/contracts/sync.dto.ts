import { Optional } from './optional.decorator.js';
import { Post } from './post.dto.js';
import { Room, type RoomRole } from './room.dto.js';
import { IsVerbatim } from './text.decorators.js';

export class SyncQuery {
  /** `cursor` of the answer before; absent to start. */
  @Optional()
  @IsVerbatim({ max: 100 })
  since?: string;
}

/** The reader's own place in a room. */
export class OwnMembership {
  roomId!: string;
  role!: RoomRole;
  joinedAt!: string;
  version!: number;
}

/** How far the reader has read a post. */
export class ReadMark {
  postId!: string;
  readSeq!: number;
  version!: number;
}

/** What is no longer the reader's: deleted, left, or taken away. */
export class Gone {
  rooms!: string[];
  posts!: string[];
}

/** What changed in the reader's rooms since the cursor; may repeat, never misses. */
export class Sync {
  cursor!: string;
  /** The cursor was unknown or too old: this is everything, start afresh. */
  full!: boolean;
  rooms!: Room[];
  posts!: Post[];
  memberships!: OwnMembership[];
  marks!: ReadMark[];
  gone!: Gone;
}
