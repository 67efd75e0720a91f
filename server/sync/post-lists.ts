import { Injectable } from '@nestjs/common';
import { LIMITS } from '#contracts/limits.js';
import type { Post, PostPage, PostsQuery } from '#contracts/post.dto.js';
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

  /** A page of a room's posts that match, the most recently active first. @throws AppError `not_found` */
  async page(
    userId: string,
    room: string,
    { q, tag, state, cursor, limit = LIMITS.pageSize.default }: PostsQuery,
  ): Promise<PostPage> {
    const { roomId, role } = await this.rooms.open(userId, room);
    const ids = await this.posts.findIds(roomId, { text: q, tag, state });
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const found = await this.heads.pageByActivity(ids, after, limit + 1);
    const items = await this.views.forReader(userId, found.slice(0, limit), () => role !== null);
    const last = items.at(-1);
    const nextCursor = found.length > limit && last ? writeCursor([last.activeAt, last.id]) : undefined;
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
}

function placeOf(cursor: string): { activeAt: Date; postId: string } {
  const [activeAt, postId] = readCursor(cursor, ['time', 'id']);
  return { activeAt: new Date(activeAt ?? ''), postId: postId ?? '' };
}
