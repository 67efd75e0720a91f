import { effect, inject, Injectable, type Signal, signal, untracked } from '@angular/core';
import type { MessageStore } from './message-store';
import { StreamJumps } from './stream-jumps';
import type { StreamScroll } from './stream-scroll';

export type PageState = 'idle' | 'loading' | 'failed';

/** Fetches what stands above and below as the reader comes near it; what could not be had waits for a second try. */
@Injectable()
export class StreamPages {
  readonly older = signal<PageState>('idle');
  readonly newer = signal<PageState>('idle');
  private view: { store: Signal<MessageStore>; scroll: StreamScroll } | undefined;

  private readonly jumps = inject(StreamJumps);

  constructor() {
    // Who was brought to a place has not scrolled there: what is near it is fetched all the same.
    effect(() => {
      if (!this.jumps.isJumping()) untracked(() => this.fill());
    });
  }

  follow(store: Signal<MessageStore>, scroll: StreamScroll): void {
    this.view = { store, scroll };
  }

  /** Fetches if an edge is near and nothing failed there. */
  fill(): void {
    if (this.view === undefined || this.jumps.isJumping()) return;
    const { store, scroll } = this.view;
    if (store().phase() !== 'ready') return;
    if (scroll.isNearTop() && !store().isAtStart() && this.older() === 'idle') void this.loadOlder();
    if (scroll.isNearBottom() && !store().isAtEnd() && this.newer() === 'idle') void this.loadNewer();
  }

  async loadOlder(): Promise<void> {
    await load(this.older, async () => this.view?.store().loadOlder());
  }

  async loadNewer(): Promise<void> {
    await load(this.newer, async () => this.view?.store().loadNewer());
  }
}

async function load(state: ReturnType<typeof signal<PageState>>, fetch: () => Promise<void>): Promise<void> {
  if (state() === 'loading') return;
  state.set('loading');
  try {
    await fetch();
    state.set('idle');
  } catch {
    state.set('failed');
  }
}
