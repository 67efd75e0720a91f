import type { PostKind, PostState } from '#contracts/post.dto.js';

/** A post without what counts its messages, as other modules compose their answers from it. */
export interface PostRecord {
  id: string;
  roomId: string;
  slug: string;
  kind: PostKind;
  title: string;
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

/** What decides, with the room, what a user may do in a post. */
export interface PostFacts {
  postId: string;
  roomId: string;
  kind: PostKind;
  state: PostState;
}

/** A post that a user may not read. */
export interface UnreadablePost {
  userId: string;
  postId: string;
  /** Null when the post is gone. */
  roomId: string | null;
}
