import { inject, Injectable } from '@angular/core';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { Notice } from '../ui/notice';
import { PostStore } from './post-store';
import { type EarlierMark, ReadMarks } from './read-marks';

/** Marks a room, or everything, as read at once, with a way back. */
@Injectable({ providedIn: 'root' })
export class MarkRead {
  private readonly posts = inject(PostStore);
  private readonly marks = inject(ReadMarks);
  private readonly notice = inject(Notice);

  room(roomId: string, name: string): void {
    this.read(
      this.posts
        .unreadPosts()
        .filter((post) => post.roomId === roomId)
        .map(({ id }) => id),
      t('posts.roomRead', { room: name }),
    );
  }

  everything(): void {
    this.read(
      this.posts.unreadPosts().map(({ id }) => id),
      t('posts.allRead'),
    );
  }

  private read(postIds: readonly string[], said: string): void {
    const before = this.marks.readAll(postIds);
    if (before.length === 0) return;
    this.notice.say(said, { label: t('posts.undo'), run: () => this.undo(before) });
  }

  /** Offered again until it is done. */
  private async undo(before: readonly EarlierMark[]): Promise<void> {
    try {
      await this.marks.restore(before);
    } catch (error) {
      this.notice.say(explain(error as ServerError), { label: t('ui.tryAgain'), run: () => this.undo(before) });
    }
  }
}
