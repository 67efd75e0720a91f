import type { PostKind, PostState } from '#contracts/post.dto.js';

/** A post without what counts its messages, as other modules compose their answers from it. */
export interface PostRecord {
  id: string;
  roomId: string;
  slug: string;
  kind: PostKind;
  title: string;
  /** Null until it is computed. */
  searchKey: string | null;
  about: string;
  tags: string[];
  authorId: string;
  imageId: string | null;
  state: PostState;
  resolvedAt: Date | null;
  resolvedById: string | null;
  version: number;
  createdAt: Date;
}

/** A post's place in a list by time. */
export interface PostPlace {
  at: Date;
  postId: string;
}

/** What decides, with the room, what a user may do in a post. */
export interface PostFacts {
  postId: string;
  roomId: string;
  kind: PostKind;
  state: PostState;
}

/** Where a post is, for links. */
export interface PostAddress {
  roomId: string;
  roomSlug: string;
  postId: string;
  postSlug: string;
}

/** A post that a user may not read. */
export interface UnreadablePost {
  userId: string;
  postId: string;
  /** Null when the post is gone. */
  roomId: string | null;
}
