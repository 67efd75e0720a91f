import { Transform } from 'class-transformer';
import { IsIn } from 'class-validator';
import { AdminListQuery, NamedRoom } from './admin.dto.js';
import { LIMITS } from './limits.js';
import { MESSAGE_STATES, type MessageState } from './message.dto.js';
import { Optional } from './optional.decorator.js';
import { PageQuery } from './page.dto.js';
import { POST_STATES, type PostKind, type PostState } from './post.dto.js';
import { ROOM_VISIBILITIES, type RoomRole, type RoomVisibility } from './room.dto.js';
import { failsAs, IsName } from './text.decorators.js';
import { User } from './user.dto.js';
import { IsUUID, IsInstant } from './value.decorators.js';

/** A room as admins see it: how large it is, and nothing of what is in it. */
export class AdminRoom extends NamedRoom {
  visibility!: RoomVisibility;
  owner!: User;
  memberCount!: number;
  /** The chat among them. */
  postCount!: number;
  /** Numbers that still exist, those of messages taken back among them. */
  messageCount!: number;
  /** Bytes of the files of its messages, without thumbnails. */
  fileBytes!: number;
  /** When the newest message was sent. */
  activeAt!: string;
  createdAt!: string;
  archivedAt?: string;
  /** The admin's own role; null when they are no member, and then see nothing that is in a private room. */
  myRole!: RoomRole | null;
}

export class AdminRoomPage {
  items!: AdminRoom[];
  nextCursor?: string;
  total?: number;
}

export const ROOM_SORTS = ['name', 'created', 'active', 'members'] as const;
export type RoomSort = (typeof ROOM_SORTS)[number];
export const ROOM_STATES = ['active', 'archived'] as const;
export type RoomState = (typeof ROOM_STATES)[number];

export class AdminRoomsQuery extends AdminListQuery {
  /** Words of which each is part of the name, of how it is spoken, or of the slug. */
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;

  @Optional()
  @IsIn(ROOM_VISIBILITIES, failsAs('invalid'))
  visibility?: RoomVisibility;

  @Optional()
  @IsIn(ROOM_STATES, failsAs('invalid'))
  state?: RoomState;

  @Optional()
  @IsUUID()
  ownerId?: string;

  /** `name` when absent. */
  @Optional()
  @IsIn(ROOM_SORTS, failsAs('invalid'))
  sort?: RoomSort;
}

/** Gives a room another owner. */
export class SetRoomOwnerDto {
  /** Of a private room one of its members; a public one is joined by it. */
  @IsName({ min: 1, max: LIMITS.username.max })
  username!: string;
}

/** A post as admins see it. */
export class AdminPost {
  id!: string;
  slug!: string;
  kind!: PostKind;
  title!: string;
  tags!: string[];
  room!: NamedRoom;
  author!: User;
  state!: PostState;
  messageCount!: number;
  activeAt!: string;
  createdAt!: string;
}

export class AdminPostPage {
  items!: AdminPost[];
  nextCursor?: string;
  total?: number;
}

export const POST_SORTS = ['title', 'created', 'active'] as const;
export type PostSort = (typeof POST_SORTS)[number];

/** Of posts in public rooms and in rooms that the admin is a member of. */
export class AdminPostsQuery extends AdminListQuery {
  /** Words of which each is part of the title, or of how it is spoken. */
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;

  @Optional()
  @IsUUID()
  roomId?: string;

  @Optional()
  @IsUUID()
  authorId?: string;

  @Optional()
  @IsIn(POST_STATES, failsAs('invalid'))
  state?: PostState;

  @Optional()
  @IsName({ max: LIMITS.tag.max })
  tag?: string;

  /** `title` when absent. */
  @Optional()
  @IsIn(POST_SORTS, failsAs('invalid'))
  sort?: PostSort;
}

/** A message as admins see it. */
export class AdminMessage {
  id!: string;
  seq!: number;
  post!: AdminMessagePost;
  room!: NamedRoom;
  author!: User;
  /** First words; empty once it was taken back. */
  excerpt!: string;
  state!: MessageState;
  files!: number;
  createdAt!: string;
}

/** Where a message is. */
export class AdminMessagePost {
  id!: string;
  slug!: string;
  title!: string;
}

export class AdminMessagePage {
  items!: AdminMessage[];
  nextCursor?: string;
  /** At most 10,000: there may be more. Only with the first page. */
  total?: number;
}

/** Of messages in public rooms and in rooms that the admin is a member of, the newest first. */
export class AdminMessagesQuery extends PageQuery {
  /** Part of the text. */
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;

  @Optional()
  @IsUUID()
  roomId?: string;

  @Optional()
  @IsUUID()
  authorId?: string;

  @Optional()
  @IsIn(MESSAGE_STATES, failsAs('invalid'))
  state?: MessageState;

  /** Sent at or after this moment: a date (in UTC), or a date and time with their zone. */
  @Optional()
  @IsInstant()
  from?: string;

  /** Sent before this moment, as `from`. */
  @Optional()
  @IsInstant()
  to?: string;
}

/** A tag as admins see it. */
export class AdminTag {
  name!: string;
  /** How many posts that the admin may read carry it. */
  posts!: number;
}

export class AdminTagPage {
  items!: AdminTag[];
  nextCursor?: string;
  total?: number;
}

export const TAG_SORTS = ['name', 'posts'] as const;
export type TagSort = (typeof TAG_SORTS)[number];

/** Of tags that a post carries which the admin may read. */
export class AdminTagsQuery extends AdminListQuery {
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;

  /** `name` when absent. */
  @Optional()
  @IsIn(TAG_SORTS, failsAs('invalid'))
  sort?: TagSort;
}

const withoutHash = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.replace(/^\s*#+/u, '') : value,
);

export class RenameTagDto {
  @IsName(LIMITS.tag)
  @withoutHash
  name!: string;
}

export class MergeTagDto {
  /** The tag that posts carry instead. */
  @IsName(LIMITS.tag)
  @withoutHash
  into!: string;
}

/** What a change of a tag did. */
export class ChangedTag {
  name!: string;
  /** How many posts that the admin may read were changed. */
  changedPosts!: number;
}
