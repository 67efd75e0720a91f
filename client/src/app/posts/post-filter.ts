import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { FrameStore } from '../frame-store';
import { CurrentRoom } from '../rooms/current-room';
import { keptChoice } from '../device/kept-choice';
import { Viewport } from '../ui/viewport';
import { filterPosts, isSameTag, POST_ORDERS, sortPosts, tagsByUse } from './post-order';

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
  readonly order = keptChoice('roomers.post-order', POST_ORDERS, 'active');
  /** The most used first. */
  readonly tags = computed(() => tagsByUse(this.current.topics()));
  /** A tag that the room no longer has filters nothing. */
  readonly tag = computed(() => {
    const chosen = this.chosenTag();
    return chosen === null ? null : (this.tags().find((tag) => isSameTag(tag, chosen)) ?? null);
  });
  readonly isOn = computed(() => this.text().trim() !== '' || this.tag() !== null);
  readonly posts = computed(() => sortPosts(filterPosts(this.current.topics(), this.text(), this.tag()), this.order()));

  choose(tag: string | null): void {
    this.chosenTag.set(tag);
  }

  clear(): void {
    this.text.set('');
    this.choose(null);
  }

  /** Chooses a tag from outside of the list, and brings the list on screen where it does not stand there. */
  async show(tag: string): Promise<void> {
    this.text.set('');
    this.choose(tag);
    const room = this.current.room();
    if (this.frame.isLeftOverlay()) this.frame.setLists(true);
    else if (this.viewport.isCompact() && room !== undefined) {
      await this.router.navigate(['/r', room.slug], { queryParams: { pane: 'posts' } });
    }
  }
}
