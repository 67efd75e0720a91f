import { Injectable } from '@nestjs/common';
import type { Post } from '#contracts/post.dto.js';
import { PostHeadsService } from '../messages/post-heads.service.js';
import { PostDeletions } from '../posts/post-deletions.js';
import { PostsService } from '../posts/posts.service.js';
import { PostViews } from './post-views.js';

/** Posts of a member's rooms that changed, themselves or by their messages. */
@Injectable()
export class ChangedPosts {
  constructor(
    private readonly posts: PostsService,
    private readonly heads: PostHeadsService,
    private readonly views: PostViews,
    private readonly deletions: PostDeletions,
  ) {}

  /**
   * @param roomIds rooms of which the user was a member before: what changed there since `sinceXid`
   * @param newRoomIds rooms that are new to the user: every post
   */
  async find(
    userId: string,
    roomIds: readonly string[],
    newRoomIds: readonly string[],
    sinceXid: string,
  ): Promise<Post[]> {
    const found = await Promise.all([
      this.posts.findIdsInRooms(roomIds, sinceXid),
      this.heads.changedSince(roomIds, sinceXid),
      this.posts.findIdsInRooms(newRoomIds),
    ]);
    return this.views.forReader(userId, [...new Set(found.flat())], () => true);
  }

  /** Posts of the rooms that were deleted since a transaction. */
  async gone(roomIds: readonly string[], sinceXid: string): Promise<string[]> {
    return this.deletions.listGone(roomIds, sinceXid);
  }

  /** Every post of the rooms. */
  async all(userId: string, roomIds: readonly string[]): Promise<Post[]> {
    return this.views.forReader(userId, await this.posts.findIdsInRooms(roomIds), () => true);
  }
}
