import { inject, Injectable } from '@angular/core';
import type { PostDeletion } from '#contracts/deletion.dto.js';
import type { SharedPost } from '#contracts/post.dto.js';
import { t, type TextPart, textParts } from '../language/texts';
import type { KnownRoom } from '../rooms/room-state';
import type { Action } from '../ui/action';
import { LateDialog } from '../ui/late-dialog';
import { TypedConfirm } from '../ui/typed-confirm';
import { PostStore } from './post-store';
import { PostsApi } from './posts-api';

/** Changing a topic, looking up what it was, and deleting it. Who may is said by `PostActions`. */
@Injectable({ providedIn: 'root' })
export class PostKeeping {
  private readonly api = inject(PostsApi);
  private readonly posts = inject(PostStore);
  private readonly dialog = inject(LateDialog);
  private readonly confirm = inject(TypedConfirm);

  edit(post: SharedPost): Action {
    return { icon: 'edit', label: t('posts.edit'), run: () => this.openEditor(post) };
  }

  history(post: SharedPost): Action {
    return { icon: 'history', label: t('posts.history'), run: () => this.openHistory(post) };
  }

  delete(room: KnownRoom, post: SharedPost): Action {
    return { icon: 'delete', label: t('posts.delete'), isDanger: true, run: () => this.deletePost(room, post) };
  }

  private async openEditor(post: SharedPost): Promise<void> {
    await this.dialog.open(async () => (await import('./edit-post-dialog')).EditPostDialog, {
      data: this.posts.post(post.id) ?? post,
      width: '600px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      autoFocus: false,
      ariaLabelledBy: 'edit-post-title',
    });
  }

  private async openHistory(post: SharedPost): Promise<void> {
    await this.dialog.open(async () => (await import('./history-dialog')).HistoryDialog, {
      data: post,
      width: '600px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      ariaLabelledBy: 'history-title',
    });
  }

  /** Its title is typed first. Readers of it land in the chat of the room, this one too. */
  private async deletePost(room: KnownRoom, { id, roomId, title }: SharedPost): Promise<void> {
    const isDone = await this.confirm.ask(() => ({
      icon: 'delete',
      title: t('posts.deleteQuestion'),
      name: title,
      count: async () => {
        const going = await this.api.deletion(roomId, id);
        return () => deletedWith(room.name, going);
      },
      keep: t('posts.keep'),
      action: t('posts.delete'),
      run: (typed) => this.api.remove(roomId, id, typed),
    }));
    if (isDone) this.posts.lose(id);
  }
}

function deletedWith(room: string, { messages, files }: PostDeletion): TextPart[] {
  return textParts('posts.deleteText', {
    room,
    messages: t('posts.messageCount', { count: messages }),
    files: t('messages.files', { count: files }),
  });
}
