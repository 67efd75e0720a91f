import type { Message, SystemText } from './message.dto.js';

/** One flush of a post's changes: each message in its present state, revs `prevRev + 1` to `rev`. */
export class MessagesFrame {
  postId!: string;
  prevRev!: number;
  rev!: number;
  items!: Message[];
}

/** That a post moved on, for members who do not have it open. */
export class ActivityFrame {
  roomId!: string;
  postId!: string;
  lastSeq!: number;
  rev!: number;
  at!: string;
  authorId!: string;
  excerpt!: string;
  /** As in `LatestMessage`. */
  system?: SystemText;
  mentions!: string[];
}

export class PostDeletedFrame {
  roomId!: string;
  postId!: string;
}

/** The room was deleted, or is no longer for this reader. */
export class RoomDeletedFrame {
  roomId!: string;
}

/** Whether the user has a room among the favourites, from another device of theirs. */
export class FavouriteFrame {
  roomId!: string;
  isFavourite!: boolean;
  /** As `favouriteVersion` of the room: a lower one than is known is ignored. */
  version!: number;
}

/** How many ask to join a room. */
export class RequestsFrame {
  roomId!: string;
  count!: number;
}

/** How far the user has read, from another device of theirs; a lower `version` is ignored. */
export class ReadFrame {
  postId!: string;
  readSeq!: number;
  version!: number;
}

export class PresenceFrame {
  userId!: string;
  online!: boolean;
}

export class TypingFrame {
  postId!: string;
  userId!: string;
}

export const SESSION_END_REASONS = ['signed_out', 'expired', 'password_changed', 'deactivated', 'reused'] as const;
export type SessionEndReason = (typeof SESSION_END_REASONS)[number];

export class SessionEndedFrame {
  reason!: SessionEndReason;
}

export class ServerRestartingFrame {
  backInMs!: number;
}

/** That rooms, posts, memberships or marks may have changed unheard: ask `GET /api/sync`, at a random moment within this time. */
export class SyncFrame {
  withinMs!: number;
}
