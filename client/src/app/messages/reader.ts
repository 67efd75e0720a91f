import { DestroyRef, effect, inject, Injectable, type Signal, untracked } from '@angular/core';
import type { SharedPost } from '#contracts/post.dto.js';
import { PostStore } from '../posts/post-store';
import { ReadMarks } from '../posts/read-marks';
import { Attention } from '../ui/attention';
import type { MessageStore } from './message-store';
import { ReadingHold } from './reading-hold';

const REST_MS = 300;

/** Marks a post as read once its newest message is on screen, at rest, in a window that has the focus. */
@Injectable()
export class Reader {
  private readonly marks = inject(ReadMarks);
  private readonly posts = inject(PostStore);
  private readonly attention = inject(Attention);
  private readonly hold = inject(ReadingHold);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.hold.release());
  }

  follow(post: Signal<SharedPost>, store: Signal<MessageStore>, isAtBottom: Signal<boolean>): void {
    effect((onCleanup) => {
      const { id } = post();
      const lastSeq = store().lastSeq();
      const isSeen = store().isFresh() && store().isAtEnd() && isAtBottom() && this.attention.isHere();
      const isUnread = lastSeq > 0 && (this.posts.readSeq(id) ?? Infinity) < lastSeq;
      if (!isSeen || !isUnread || this.hold.isHeld(id)) return;
      const timer = setTimeout(() => untracked(() => void this.marks.read(id, lastSeq)), REST_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
