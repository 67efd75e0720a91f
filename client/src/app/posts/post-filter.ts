import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { FrameStore } from '../frame-store';
import { CurrentRoom } from '../rooms/current-room';
import { keptChoice } from '../device/kept-choice';
import { Viewport } from '../ui/viewport';
import { authorsByPosts, filterPosts, isSameTag, POST_ORDERS, sortPosts, tagsByUse } from './post-order';

export const POST_CHOICES = ['all', 'active', 'resolved'] as const;
export type PostChoice = (typeof POST_CHOICES)[number];

/** What the post list shows of the room on screen, and in which order. Another room starts unfiltered; the order is the device's. */
@Injectable({ providedIn: 'root' })
export class PostFilter {
  private readonly current = inject(CurrentRoom);
  private readonly viewport = inject(Viewport);
  private readonly frame = inject(FrameStore);
  private readonly router = inject(Router);
  private readonly roomId = computed(() => this.current.room()?.id);

  readonly text = linkedSignal({ source: this.roomId, computation: () => '' });
  private readonly chosenTag = linkedSignal<string | undefined, string | null>({
    source: this.roomId,
    computation: () => null,
  });
  readonly state = linkedSignal<string | undefined, PostChoice>({
    source: this.roomId,
    computation: () => 'all',
  });
  private readonly chosenAuthor = linkedSignal<string | undefined, string>({
    source: this.roomId,
    computation: () => '',
  });
  readonly order = keptChoice('roomers.post-order', POST_ORDERS, 'active');
  /** The most used first. */
  readonly tags = computed(() => tagsByUse(this.current.topics()));
  /** A tag that the room no longer has filters nothing. */
  readonly tag = computed(() => {
    const chosen = this.chosenTag();
    return chosen === null ? null : (this.tags().find((tag) => isSameTag(tag, chosen)) ?? null);
  });
  /** Who made posts here, the busiest first. */
  readonly authors = computed(() => authorsByPosts(this.current.topics()));
  /** Empty for anyone; one who has no post here any more filters nothing. */
  readonly author = computed(() => (this.authors().includes(this.chosenAuthor()) ? this.chosenAuthor() : ''));
  /** Whether state or author narrow the list. */
  readonly isNarrowed = computed(() => this.state() !== 'all' || this.author() !== '');
  readonly isOn = computed(() => this.text().trim() !== '' || this.tag() !== null || this.isNarrowed());
  readonly posts = computed(() => {
    const [state, author] = [this.state(), this.author()];
    const chosen = this.current
      .topics()
      .filter((post) => (state === 'all' || post.state === state) && (author === '' || post.authorId === author));
    return sortPosts(filterPosts(chosen, this.text(), this.tag()), this.order());
  });

  choose(tag: string | null): void {
    this.chosenTag.set(tag);
  }

  chooseAuthor(id: string): void {
    this.chosenAuthor.set(id);
  }

  clear(): void {
    this.text.set('');
    this.state.set('all');
    this.chooseAuthor('');
    this.choose(null);
  }

  /** Chooses a tag from outside of the list, and brings the list on screen where it does not stand there. */
  async show(tag: string): Promise<void> {
    this.clear();
    this.choose(tag);
    const room = this.current.room();
    if (this.frame.isLeftOverlay()) this.frame.setLists(true);
    else if (this.viewport.isCompact() && room !== undefined) {
      await this.router.navigate(['/r', room.slug], { queryParams: { pane: 'posts' } });
    }
  }
}
