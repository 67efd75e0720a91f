import { inject, Injectable } from '@angular/core';
import type { AdminPost, AdminPostPage, PostSort } from '#contracts/admin-content.dto.js';
import type { PostState } from '#contracts/post.dto.js';
import { Api } from '../../realtime/api';

/** Which posts are asked for, and in which order. */
export interface PostsQuery {
  q?: string | undefined;
  roomId?: string | undefined;
  authorId?: string | undefined;
  tag?: string | undefined;
  state?: PostState | undefined;
  sort?: PostSort;
  order?: 'asc' | 'desc';
}

/** The routes of the console about posts. */
@Injectable({ providedIn: 'root' })
export class AdminPostsApi {
  private readonly api = inject(Api);

  page(query: PostsQuery, cursor: string | undefined, limit: number): Promise<AdminPostPage> {
    return this.api.get('/admin/posts', { ...query, cursor, limit });
  }

  /** @param confirmTitle as it was typed */
  async delete({ id }: AdminPost, confirmTitle: string): Promise<void> {
    await this.api.post(`/admin/posts/${id}/deletion`, { confirmTitle });
  }
}
