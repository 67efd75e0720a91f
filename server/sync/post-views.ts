import { Injectable } from '@nestjs/common';
import type { Post, SharedPost } from '#contracts/post.dto.js';
import { PostHeadsService, type PostCounts } from '../messages/post-heads.service.js';
import { searchKeyOf } from '../platform/names/search-key.js';
import { presentImage } from '../platform/pictures/image-url.js';
import type { PostRecord } from '../posts/post-record.js';
import { PostsService } from '../posts/posts.service.js';

/** Composes `Post` answers: what the posts module knows of a post with where its messages stand. */
@Injectable()
export class PostViews {
  constructor(
    private readonly posts: PostsService,
    private readonly heads: PostHeadsService,
  ) {}

  /** Posts by id for a reader, in this order; those that are gone are left out. Two queries, however many. */
  async forReader(userId: string, postIds: readonly string[], isMember: (roomId: string) => boolean): Promise<Post[]> {
    const [posts, counts] = await Promise.all([
      this.posts.findMany(postIds),
      this.heads.countsFor(userId, postIds, isMember),
    ]);
    return postIds.flatMap((id) => {
      const [post, count] = [posts.get(id), counts.get(id)];
      return post && count ? [presentPost(post, count)] : [];
    });
  }

  /** Posts as all of their readers see them; those that are gone are left out. */
  async shared(postIds: readonly string[]): Promise<SharedPost[]> {
    const posts = await this.forReader('00000000-0000-0000-0000-000000000000', postIds, () => false);
    return posts.map(({ readSeq: _, unread: __, ...shared }) => shared);
  }
}

function presentPost(post: PostRecord, counts: PostCounts): Post {
  const { id, roomId, slug, kind, title, about, tags, authorId, state, version, createdAt } = post;
  return {
    id,
    roomId,
    slug,
    kind,
    title,
    searchKey: post.searchKey ?? searchKeyOf(title),
    about,
    tags,
    authorId,
    ...presentImage(post.imageId),
    state,
    ...(post.resolvedAt && { resolvedAt: post.resolvedAt.toISOString() }),
    ...(post.resolvedById !== null && { resolvedById: post.resolvedById }),
    version,
    createdAt: createdAt.toISOString(),
    ...counts,
  };
}
