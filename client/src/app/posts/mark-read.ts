import { inject, Injectable } from '@angular/core';
import { Notice } from '../ui/notice';
import { PostStore } from './post-store';
import { ReadMarks } from './read-marks';

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
      `${name} marked as read`,
    );
  }

  everything(): void {
    this.read(
      this.posts.unreadPosts().map(({ id }) => id),
      'Everything marked as read',
    );
  }

  private read(postIds: readonly string[], said: string): void {
    const before = this.marks.readAll(postIds);
    if (before.length === 0) return;
    const undo = () => this.notice.attempt(() => this.marks.restore(before));
    this.notice.say(said, { label: 'Undo', run: undo });
  }
}
