import { Injectable, signal } from '@angular/core';

/** Which of the messages on screen is being edited in its place: one at most. */
@Injectable({ providedIn: 'root' })
export class Editing {
  private readonly current = signal<string | null>(null);
  /** Id of the message whose row shows its text as a small composer. */
  readonly messageId = this.current.asReadonly();

  start(messageId: string): void {
    this.current.set(messageId);
  }

  stop(): void {
    this.current.set(null);
  }
}
