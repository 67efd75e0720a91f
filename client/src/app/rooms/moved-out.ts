import { Clipboard } from '@angular/cdk/clipboard';
import { effect, inject, Injectable, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { SharedPost } from '#contracts/post.dto.js';
import { t } from '../language/texts';
import { Drafts } from '../messages/drafts';
import { Place } from '../place';
import { PostStore } from '../posts/post-store';
import { Notice, type NoticeAction } from '../ui/notice';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';

/** Whoever is in a room or post that goes is told and moved on: to the list of rooms, to the chat of the post's room. */
@Injectable({ providedIn: 'root' })
export class MovedOut {
  private readonly place = inject(Place);
  private readonly rooms = inject(RoomStore);
  private readonly posts = inject(PostStore);
  private readonly drafts = inject(Drafts);
  private readonly clipboard = inject(Clipboard);
  private readonly notice = inject(Notice);
  private readonly router = inject(Router);

  constructor() {
    effect(() => {
      const room = this.rooms.gone();
      if (room !== null) untracked(() => void this.leaveRoom(room));
    });
    effect(() => {
      const post = this.posts.gone();
      if (post !== null) untracked(() => void this.leavePost(post));
    });
  }

  private async leaveRoom({ id, name, slug, chatPostId, visibility }: KnownRoom): Promise<void> {
    if (this.place.room() !== slug && this.place.room() !== id) return;
    await this.router.navigate(['/rooms'], { replaceUrl: true });
    // A public room that can no longer be seen is none any more; a private one may only be closed to this reader.
    const text = t(visibility === 'public' ? 'rooms.wasDeleted' : 'rooms.isGone', { room: name });
    this.notice.say(text, this.rescue(chatPostId));
  }

  private async leavePost({ id, slug, title, roomId }: SharedPost): Promise<void> {
    const room = this.rooms.room(roomId);
    const isHere =
      room !== undefined && this.place.room() === room.slug && [slug, id].includes(this.place.post() ?? '');
    if (!isHere) return;
    await this.router.navigate(['/r', room.slug], { replaceUrl: true });
    this.notice.say(t('posts.wasDeleted', { post: title }), this.rescue(id));
  }

  /** What was begun there can be taken along. */
  private rescue(postId: string): NoticeAction | undefined {
    const draft = this.drafts.read(postId);
    if (draft.trim() === '') return undefined;
    return { label: t('messages.copyDraft'), run: () => this.clipboard.copy(draft) };
  }
}
