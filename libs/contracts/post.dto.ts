import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { Transform } from 'class-transformer';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { LimitQuery, PageQuery } from './page.dto.js';
import { failsAs, IsBody, IsName } from './text.decorators.js';
import { User } from './user.dto.js';

export const POST_KINDS = ['chat', 'topic'] as const;
export const POST_STATES = ['active', 'resolved'] as const;
export type PostKind = (typeof POST_KINDS)[number];
export type PostState = (typeof POST_STATES)[number];

/** A stream of messages in a room: the part that is the same for every reader, as the `post` event carries it. */
export class SharedPost {
  id!: string;
  roomId!: string;
  slug!: string;
  kind!: PostKind;
  title!: string;
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
}

export class TagsQuery extends PageQuery {
  @Optional()
  @IsName({ max: LIMITS.tag.max })
  q?: string;
}

/** A tag with the number of posts the reader can see that carry it. */
export class Tag {
  name!: string;
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
