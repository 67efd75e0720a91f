import { Injectable } from '@nestjs/common';
import type {
  AdminMessagePage,
  AdminMessagesQuery,
  AdminPostPage,
  AdminPostsQuery,
} from '#contracts/admin-content.dto.js';
import { LIMITS } from '#contracts/limits.js';
import type { User } from '#contracts/user.dto.js';
import { tookTooLong } from '../../database/violations.js';
import { excerptOf } from '../../messages/excerpt.js';
import { AppError } from '../../platform/errors/app-error.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { UsersService } from '../../users/users.service.js';
import { cut } from '../keyset.js';
import { MessageListRepository } from './message-list.repository.js';
import { PostListRepository } from './post-list.repository.js';

/** What is in rooms that an admin may read: public ones and their own. */
@Injectable()
export class PostList {
  constructor(
    private readonly posts: PostListRepository,
    private readonly messages: MessageListRepository,
    private readonly users: UsersService,
  ) {}

  /** A page of posts. */
  async listPosts(adminId: string, query: AdminPostsQuery): Promise<AdminPostPage> {
    const { sort = 'title', limit = LIMITS.pageSize.default, cursor, order, ...filter } = query;
    const [found, total] = await Promise.all([
      this.posts.list(adminId, filter, sort, { cursor, order, limit: limit + 1 }),
      this.posts.count(adminId, filter),
    ]);
    const { rows, ...page } = cut(found, limit);
    const items = await this.withAuthors(
      rows,
      ({ sortedBy: _, authorId: __, activeAt, createdAt, ...post }, author) => ({
        ...{ ...post, author, activeAt: activeAt.toISOString(), createdAt: createdAt.toISOString() },
      }),
    );
    return { items, total, ...page };
  }

  /** A page of messages, the newest first. @throws AppError `search_too_broad` */
  async listMessages(adminId: string, query: AdminMessagesQuery): Promise<AdminMessagePage> {
    const { cursor, limit = LIMITS.pageSize.default, ...filter } = query;
    const [before] = cursor === undefined ? [] : readCursor(cursor, ['id']);
    const found = await this.messages.list(adminId, filter, before, limit + 1).catch((error: unknown) => {
      throw tookTooLong(error) ? tooBroad() : error;
    });
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    const items = await this.withAuthors(rows, ({ authorId: _, total: __, text, createdAt, ...message }, author) => ({
      ...{ ...message, author, excerpt: excerptOf(text), createdAt: createdAt.toISOString() },
    }));
    const total = before === undefined && { total: found[0]?.total ?? 0 };
    return { items, ...total, ...(last && { nextCursor: writeCursor([last.id]) }) };
  }

  private async withAuthors<Row extends { authorId: string }, Item>(
    rows: readonly Row[],
    present: (row: Row, author: User) => Item,
  ): Promise<Item[]> {
    const authors = await this.users.findMany(rows.map(({ authorId }) => authorId));
    return rows.flatMap((row) => {
      const author = authors.get(row.authorId);
      return author ? [present(row, author)] : [];
    });
  }
}

function tooBroad(): AppError {
  return new AppError('search_too_broad', 'There is too much to search. Choose a room, an author or days.');
}
