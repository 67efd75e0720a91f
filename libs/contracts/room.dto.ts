import { IsIn } from 'class-validator';
import { LIMITS } from './limits.js';
import type { SystemText } from './message.dto.js';
import { Optional } from './optional.decorator.js';
import { PageQuery } from './page.dto.js';
import { Post, SharedPost } from './post.dto.js';
import { failsAs, IsBody, IsName, IsVerbatim } from './text.decorators.js';
import { User } from './user.dto.js';
import { IsUUID } from './value.decorators.js';

export const ROOM_VISIBILITIES = ['public', 'private'] as const;
export const ROOM_KINDS = ['room', 'direct', 'group'] as const;
export const ROOM_ROLES = ['owner', 'moderator', 'member'] as const;
export type RoomVisibility = (typeof ROOM_VISIBILITIES)[number];
export type RoomKind = (typeof ROOM_KINDS)[number];
export type RoomRole = (typeof ROOM_ROLES)[number];

/** The newest message of a room, for lists. */
export class LatestMessage {
  postId!: string;
  seq!: number;
  authorId!: string;
  /** First words of the text; empty when the message was taken back or has only files. */
  excerpt!: string;
  /** Of a message that Roomers wrote: what it says, for the reader's language. */
  system?: SystemText;
  at!: string;
}

/** The part of a room that every reader sees alike. */
class RoomFacts {
  id!: string;
  /** The present slug; an older one that was asked for is answered with this. */
  slug!: string;
  name!: string;
  /** What it is found by, with `matchesSearchKey`; absent in what a device kept from before there were such keys. */
  searchKey?: string;
  about!: string;
  visibility!: RoomVisibility;
  kind!: RoomKind;
  imageUrl?: string;
  ownerId!: string;
  memberCount!: number;
  archivedAt?: string;
  /** Rises with every change of the room itself or of who belongs to it. */
  version!: number;
  createdAt!: string;
}

/** A room as the `room` event carries it: without what differs from reader to reader. */
export class SharedRoom extends RoomFacts {
  chatPost!: SharedPost;
}

/** A room as the reader may see it. */
export class Room extends RoomFacts {
  /** The reader's role; null for a visitor. */
  myRole!: RoomRole | null;
  /** Members who are connected now. */
  onlineCount!: number;
  chatPost!: Post;
  /** Whether the reader has it among the favourites; absent for a visitor. */
  isFavourite?: boolean;
  /** Rises whenever `isFavourite` changes; absent for a visitor. */
  favouriteVersion?: number;
  /** How many ask to join; only for owner and moderators. */
  requestCount?: number;
  /** Sum of `unread` over the room's posts; 0 for a visitor. */
  unread!: number;
  latest?: LatestMessage;
}

export class RoomPage {
  items!: Room[];
  nextCursor?: string;
  total?: number;
}

export const ROOM_SCOPES = ['all', 'mine'] as const;

export class RoomsQuery extends PageQuery {
  /** Words of which each is part of the name, of how it is spoken, or of the slug. */
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;

  /** `mine`: rooms joined; `all`: those and every public one. */
  @Optional()
  @IsIn(ROOM_SCOPES, failsAs('invalid'))
  scope?: (typeof ROOM_SCOPES)[number];
}

/** What a room has besides its name. */
class RoomDetails {
  /** Of a new room made from the name when absent. */
  @Optional()
  @IsVerbatim({ min: 1, max: LIMITS.slug })
  slug?: string;

  @Optional()
  @IsBody(LIMITS.about)
  about?: string;

  /** A new room is public when absent. */
  @Optional()
  @IsIn(ROOM_VISIBILITIES, failsAs('invalid'))
  visibility?: RoomVisibility;
}

export class CreateRoomDto extends RoomDetails {
  @IsName(LIMITS.roomName)
  name!: string;
}

/** Changes to a room; what is absent stays. */
export class UpdateRoomDto extends RoomDetails {
  @Optional()
  @IsName(LIMITS.roomName)
  name?: string;
}

/** A user's place in a room. */
export class Membership {
  roomId!: string;
  user!: User;
  role!: RoomRole;
  joinedAt!: string;
  /** Rises with every change of this user's place in this room, over leaving and joining again. */
  version!: number;
  /** Only in the `membership` event: the membership has ended. */
  leftAt?: string;
}

export class MembershipPage {
  items!: Membership[];
  nextCursor?: string;
  total?: number;
}

export class MembersQuery extends PageQuery {
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;
}

/** Adds a member or changes a member's role (`owner` hands the room over). */
export class PutMemberDto {
  @Optional()
  @IsIn(ROOM_ROLES, failsAs('invalid'))
  role?: RoomRole;
}

export const SLUG_NOUNS = ['room', 'post'] as const;

export class SlugQuery {
  @IsIn(SLUG_NOUNS, failsAs('invalid'))
  for!: (typeof SLUG_NOUNS)[number];

  @IsName({ min: 1, max: LIMITS.postTitle.max })
  name!: string;

  /** The room that a post's slug is for. */
  @Optional()
  @IsUUID()
  roomId?: string;
}

/** The slug that a name would get now. */
export class SlugPreview {
  slug!: string;
}
