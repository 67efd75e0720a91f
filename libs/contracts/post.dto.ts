import { ArrayMaxSize, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { Transform } from 'class-transformer';
import { LIMITS, MAX_SEQ } from './limits.js';
import { Optional } from './optional.decorator.js';
import { LimitQuery, PageQuery } from './page.dto.js';
import { failsAs, IsBody, IsName } from './text.decorators.js';
import { User } from './user.dto.js';

export const POST_KINDS = ['chat', 'topic'] as const;
export const POST_STATES = ['active', 'resolved'] as const;
export type PostKind = (typeof POST_KINDS)[number];
export type PostState = (typeof POST_STATES)[number];

export const POST_ORDERS = ['activity', 'newest'] as const;
export type PostOrder = (typeof POST_ORDERS)[number];

/** A stream of messages in a room: the part that is the same for every reader, as the `post` event carries it. */
export class SharedPost {
  id!: string;
  roomId!: string;
  slug!: string;
  kind!: PostKind;
  title!: string;
  /** What it is found by, with `matchesSearchKey`; absent in what a device kept from before there were such keys. */
  searchKey?: string;
  about!: string;
  tags!: string[];
  authorId!: string;
  imageUrl?: string;
  state!: PostState;
  /** When it was resolved; absent while it is active, and where that was not noted yet. */
  resolvedAt?: string;
  /** Who resolved it; absent when `resolvedAt` is. */
  resolvedById?: string;
  /** First number that still exists; 1 until retention raises it. */
  firstSeq!: number;
  /** Number of the newest message; 0 in an empty post. */
  lastSeq!: number;
  /** Number of the newest change of any message. */
  rev!: number;
  /** Rises with every change of title, about, tags, picture or state. */
  version!: number;
  createdAt!: string;
  /** When the newest message came, or the post was made. */
  activeAt!: string;
}

/** A post with the reader's own mark. */
export class Post extends SharedPost {
  /** Up to where the reader has read; `lastSeq` for a visitor, who has no mark. */
  readSeq!: number;
  /** `lastSeq - readSeq`, nothing else. */
  unread!: number;
}

export class PostPage {
  items!: Post[];
  nextCursor?: string;
  total?: number;
}

export class PostsQuery extends PageQuery {
  /** One tag, without regard to case. */
  @Optional()
  @IsName({ max: LIMITS.tag.max })
  tag?: string;

  /** Part of the title. */
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;

  @Optional()
  @IsIn(POST_STATES, failsAs('invalid'))
  state?: PostState;

  /** Username of who made it; a name that nobody has finds nothing. */
  @Optional()
  @IsName({ max: LIMITS.username.max })
  author?: string;

  /** What comes first: the most recently active (when absent), or the newest. A cursor goes on in the order in which it was given. */
  @Optional()
  @IsIn(POST_ORDERS, failsAs('invalid'))
  sort?: PostOrder;
}

/** Tags lose a leading `#`; the same word in another case counts once, the first spelling stays. */
const tagList = Transform(({ value }: { value: unknown }) => {
  if (!Array.isArray(value)) return value;
  const seen = new Map<unknown, unknown>();
  for (const tag of value as unknown[]) {
    const name = typeof tag === 'string' ? tag.replace(/^#+/u, '') : tag;
    const key = typeof name === 'string' ? name.toLowerCase() : name;
    if (!seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()];
});

/** What a post has besides its title. */
class PostDetails {
  @Optional()
  @IsBody(LIMITS.about)
  about?: string;

  @Optional()
  @IsArray(failsAs('invalid'))
  @ArrayMaxSize(LIMITS.tagsPerPost, failsAs('too_many'))
  @IsName(LIMITS.tag, { each: true })
  @tagList
  tags?: string[];
}

export class CreatePostDto extends PostDetails {
  @IsName(LIMITS.postTitle)
  title!: string;
}

/** Changes to a post; what is absent stays. */
export class UpdatePostDto extends PostDetails {
  @Optional()
  @IsName(LIMITS.postTitle)
  title?: string;

  @Optional()
  @IsIn(POST_STATES, failsAs('invalid'))
  state?: PostState;

  /** `version` of the post that was edited: when title or about changed after it, another title or about is refused as `stale_edit`. */
  @Optional()
  @IsInt(failsAs('invalid'))
  @Min(1, failsAs('too_small'))
  @Max(MAX_SEQ, failsAs('too_big'))
  baseVersion?: number;
}

/** Title and about of a topic as one change left them; the first is what it was made with. */
export class PostRevision {
  /** That of the post after the change. */
  version!: number;
  title!: string;
  about!: string;
  /** Who changed them. */
  editorId!: string;
  at!: string;
}

export class PostRevisionPage {
  items!: PostRevision[];
  nextCursor?: string;
  total!: number;
  /** So many are kept of each post, the newest ones. */
  most!: number;
}

export class PostRevisionsQuery extends PageQuery {}

export class TagsQuery extends PageQuery {
  @Optional()
  @IsName({ max: LIMITS.tag.max })
  q?: string;
}

/** A tag with the number of posts the reader can see that carry it. */
export class Tag {
  name!: string;
  /** What it is found by, with `matchesSearchKey`. */
  searchKey!: string;
  posts!: number;
}

export class TagPage {
  items!: Tag[];
}

export class PeopleQuery extends LimitQuery {}

/** Who wrote live messages in a post, the most recent writer first. */
export class PostPeople {
  items!: User[];
  /** Of all writers. */
  total!: number;
}
