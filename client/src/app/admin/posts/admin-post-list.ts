import { inject, Injectable } from '@angular/core';
import type { AdminPost } from '#contracts/admin-content.dto.js';
import { ChatSocket } from '../../realtime/chat-socket';
import { PagedList } from '../table/paged-list';
import { AdminPostsApi, type PostsQuery } from './admin-posts-api';

/** Posts that the admin may read, as the console lists them; one that is deleted goes at once. */
@Injectable({ providedIn: 'root' })
export class AdminPostList {
  private readonly api = inject(AdminPostsApi);
  readonly list = new PagedList<AdminPost, PostsQuery>((query, cursor, limit) => this.api.page(query, cursor, limit));

  constructor() {
    inject(ChatSocket).on('post:deleted', ({ postId }) => this.list.remove(postId));
  }
}
