import { Injectable } from '@nestjs/common';
import { LIMITS } from '#contracts/limits.js';
import type { PostRevision, PostRevisionPage } from '#contracts/post.dto.js';
import type { PageQuery } from '#contracts/page.dto.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import { presentRevision } from './post-revision.presenter.js';
import { PostRevisionsRepository } from './post-revisions.repository.js';
import { PostsService } from './posts.service.js';

/** What topics were called and said over time, the last hundred changes of each. */
@Injectable()
export class PostRevisions {
  constructor(
    private readonly repository: PostRevisionsRepository,
    private readonly posts: PostsService,
  ) {}

  /** Keeps what a post is called and says from now on. Inside the transaction that changes it. */
  async keep(postId: string, editorId: string): Promise<void> {
    await this.repository.keep(postId, editorId, LIMITS.postRevisions);
  }

  /** What a post is called and says now; undefined of a chat, which never changes. */
  async newest(postId: string): Promise<PostRevision | undefined> {
    const [revision] = await this.repository.page(postId, undefined, 1);
    return revision && presentRevision(revision);
  }

  /** A page of them, the newest first. @throws AppError `not_found` */
  async list(
    userId: string,
    room: string,
    post: string,
    { cursor, limit = LIMITS.pageSize.default }: PageQuery,
  ): Promise<PostRevisionPage> {
    const { id } = await this.posts.show(userId, room, post);
    const below = cursor === undefined ? undefined : Number(readCursor(cursor, ['number'])[0]);
    const found = await this.repository.page(id, below, limit + 1);
    const items = found.slice(0, limit).map(presentRevision);
    const last = items.at(-1);
    const nextCursor = found.length > limit && last ? writeCursor([String(last.version)]) : undefined;
    return {
      items,
      total: await this.repository.count(id),
      most: LIMITS.postRevisions,
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }
}
