import type { PostKind } from '#contracts/post.dto.js';

/** A post was made: by a room member, or with its room (`kind` chat). */
export class PostCreated {
  constructor(
    readonly postId: string,
    readonly roomId: string,
    readonly kind: PostKind,
    readonly authorId: string,
  ) {}
}

/** A topic post is gone for everybody. What it held is cleared later. */
export class PostDeleted {
  constructor(
    readonly postId: string,
    readonly roomId: string,
    readonly actorId: string,
    readonly title: string,
  ) {}
}

/** Nothing is left of a deleted post. */
export class PostErased {
  constructor(
    readonly postId: string,
    /** Its picture, whose bytes are still there. */
    readonly imageId: string | null,
  ) {}
}

/** Posts of a room carry other tags, since these were changed everywhere. */
export class PostsRetagged {
  constructor(
    readonly roomId: string,
    readonly postIds: string[],
  ) {}
}

/** Title, about, tags, picture or state of a post changed. */
export class PostChanged {
  constructor(
    readonly postId: string,
    readonly roomId: string,
  ) {}
}
