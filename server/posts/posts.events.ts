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

/** Title, about, tags, picture or state of a post changed. */
export class PostChanged {
  constructor(
    readonly postId: string,
    readonly roomId: string,
  ) {}
}
