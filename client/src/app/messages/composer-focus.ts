import { Injectable, signal } from '@angular/core';
import { writesText } from '../keyboard/pressed-keys';

/** Whoever opens a post to write in it finds the cursor in the composer. */
@Injectable({ providedIn: 'root' })
export class ComposerFocus {
  private readonly wanted = signal<{ postId: string; before: Element | null } | null>(null);

  /** Asks for the focus in the composer of a post, there or soon to be there. */
  ask(postId: string): void {
    this.wanted.set({ postId, before: document.activeElement });
  }

  /** True once for the post that was asked for, unless the reader has gone to write somewhere else meanwhile. */
  take(postId: string): boolean {
    const wanted = this.wanted();
    if (wanted?.postId !== postId) return false;
    this.wanted.set(null);
    const { activeElement: now } = document;
    return now === wanted.before || !writesText(now);
  }
}
