import { Injectable, signal } from '@angular/core';

/** Posts that were just marked unread: looking at them reads nothing until they are left. */
@Injectable({ providedIn: 'root' })
export class ReadingHold {
  private readonly held = signal<string | null>(null);

  isHeld(postId: string): boolean {
    return this.held() === postId;
  }

  hold(postId: string): void {
    this.held.set(postId);
  }

  release(): void {
    this.held.set(null);
  }
}
