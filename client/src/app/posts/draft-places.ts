import { computed, inject, Injectable } from '@angular/core';
import { Drafts } from '../messages/drafts';
import { PostStore } from './post-store';

/** Where something was begun and not sent. */
@Injectable({ providedIn: 'root' })
export class DraftPlaces {
  private readonly drafts = inject(Drafts);
  private readonly posts = inject(PostStore);

  private readonly rooms = computed(() => {
    const begun = [...this.drafts.all().keys()].filter((postId) => this.drafts.has(postId));
    return new Set(begun.flatMap((postId) => this.posts.post(postId)?.roomId ?? []));
  });

  isInPost(postId: string): boolean {
    return this.drafts.has(postId);
  }

  isInRoom(roomId: string): boolean {
    return this.rooms().has(roomId);
  }
}
