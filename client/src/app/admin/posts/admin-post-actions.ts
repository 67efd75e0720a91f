import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { AdminPost } from '#contracts/admin-content.dto.js';
import { t, textParts } from '../../language/texts';
import type { Action } from '../../ui/action';
import { Notice } from '../../ui/notice';
import { TypedConfirm } from '../../ui/typed-confirm';
import { AdminPostList } from './admin-post-list';
import { AdminPostsApi } from './admin-posts-api';
import { postPath } from '../../posts/post-path';

/** What an admin may do with a post. */
@Injectable({ providedIn: 'root' })
export class AdminPostActions {
  private readonly api = inject(AdminPostsApi);
  private readonly posts = inject(AdminPostList);
  private readonly typed = inject(TypedConfirm);
  private readonly notice = inject(Notice);
  private readonly router = inject(Router);

  /** The lines of a post's menu. A chat goes only with its room. */
  of(post: AdminPost): Action[] {
    const open: Action = {
      icon: 'article',
      label: t('admin-posts.open'),
      run: () => this.router.navigate(postPath(post.room.slug, post)),
    };
    if (post.kind === 'chat') return [open];
    return [open, { icon: 'delete', label: t('posts.delete'), isDanger: true, run: () => this.delete(post) }];
  }

  private async delete(post: AdminPost): Promise<void> {
    const { title, room, messageCount: count } = post;
    const messages = t('posts.messageCount', { count });
    const isDone = await this.typed.ask({
      icon: 'delete',
      title: t('posts.deleteQuestion'),
      name: title,
      count: () => Promise.resolve(textParts('admin-posts.deleteText', { room: room.name, messages })),
      keep: t('posts.keep'),
      action: t('posts.delete'),
      run: (typed) => this.api.delete(post, typed),
    });
    if (!isDone) return;
    this.posts.list.remove(post.id);
    this.notice.say(t('admin-posts.deleted', { title }));
  }
}
