import { Injectable } from '@nestjs/common';
import { LIMITS } from '#contracts/limits.js';
import type { Post, PostOrder, PostPage, PostsQuery } from '#contracts/post.dto.js';
import { PostHeadsService } from '../messages/post-heads.service.js';
import { notFound } from '../platform/errors/app-error.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import { PostsService } from '../posts/posts.service.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { PostViews } from './post-views.js';

/** Posts of a room as a reader sees them. */
@Injectable()
export class PostLists {
  constructor(
    private readonly rooms: RoomsService,
    private readonly posts: PostsService,
    private readonly heads: PostHeadsService,
    private readonly views: PostViews,
  ) {}

  /** A page of a room's posts that match, the most recently active or the newest first. @throws AppError `not_found` */
  async page(
    userId: string,
    room: string,
    { q, tag, state, author, sort = 'activity', cursor, limit = LIMITS.pageSize.default }: PostsQuery,
  ): Promise<PostPage> {
    const { roomId, role } = await this.rooms.open(userId, room);
    const ids = await this.posts.findIds(roomId, { text: q, tag, state, author });
    const found = await this.pageOf(sort, ids, cursor, limit + 1);
    const items = await this.views.forReader(userId, found.slice(0, limit), () => role !== null);
    const last = items.at(-1);
    const at = sort === 'newest' ? last?.createdAt : last?.activeAt;
    const nextCursor = found.length > limit && last && at !== undefined ? writeCursor([at, last.id]) : undefined;
    return { items, total: ids.length, ...(nextCursor !== undefined && { nextCursor }) };
  }

  /** One post of a room by slug, present or old, or id. @throws AppError `not_found` */
  async one(userId: string, room: string, reference: string): Promise<Post> {
    const { role } = await this.rooms.open(userId, room);
    const { id } = await this.posts.show(userId, room, reference);
    const [post] = await this.views.forReader(userId, [id], () => role !== null);
    if (!post) throw notFound();
    return post;
  }

  private async pageOf(
    sort: PostOrder,
    ids: readonly string[],
    cursor: string | undefined,
    limit: number,
  ): Promise<string[]> {
    const [at, postId] = cursor === undefined ? [] : readCursor(cursor, ['time', 'id']);
    const after = at !== undefined && postId !== undefined ? { at: new Date(at), postId } : undefined;
    return sort === 'newest' ? this.posts.pageByAge(ids, after, limit) : this.heads.pageByActivity(ids, after, limit);
  }
}
