import { Injectable, signal } from '@angular/core';

/** Whoever opens a post to write in it finds the cursor in the composer. */
@Injectable({ providedIn: 'root' })
export class ComposerFocus {
  private readonly wanted = signal<string | null>(null);

  /** Asks for the focus in the composer of a post, there or soon to be there. */
  ask(postId: string): void {
    this.wanted.set(postId);
  }

  /** True once for the post that was asked for. */
  take(postId: string): boolean {
    if (this.wanted() !== postId) return false;
    this.wanted.set(null);
    return true;
  }
}
