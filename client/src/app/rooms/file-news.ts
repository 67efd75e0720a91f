import { inject, Injectable, signal } from '@angular/core';
import { PostStore } from '../posts/post-store';
import { ChatSocket } from '../realtime/chat-socket';

/** Counts, by room and by post, how often files came or went, so that lists of files know when to ask again. */
@Injectable({ providedIn: 'root' })
export class FileNews {
  private readonly posts = inject(PostStore);
  private readonly counts = signal<ReadonlyMap<string, number>>(new Map());

  constructor() {
    inject(ChatSocket).on('messages', ({ postId, items }) => {
      const isAboutFiles = items.some(({ attachments, state }) => attachments.length > 0 || state !== 'live');
      if (isAboutFiles) this.add([`/posts/${postId}`, `/rooms/${this.posts.post(postId)?.roomId ?? ''}`]);
    });
  }

  /** `/rooms/<id>` or `/posts/<id>`. */
  of(place: string): number {
    return this.counts().get(place) ?? 0;
  }

  private add(places: readonly string[]): void {
    this.counts.update((known) => {
      const next = new Map(known);
      for (const place of places) next.set(place, (next.get(place) ?? 0) + 1);
      return next;
    });
  }
}
