import { effect, inject, Injectable, type Signal, untracked } from '@angular/core';
import { remembered } from '../device/remembered';
import { CurrentRoom } from '../rooms/current-room';

const MOST = 12;

/** The posts that this account has looked at on this device, the latest first. */
@Injectable({ providedIn: 'root' })
export class RecentPlaces {
  private readonly kept = remembered<readonly string[]>('user.recent', []);
  /** Ids of posts, the chats of rooms among them. */
  readonly postIds: Signal<readonly string[]> = this.kept;

  constructor() {
    const current = inject(CurrentRoom);
    effect(() => {
      const id = current.post()?.id;
      if (id !== undefined) untracked(() => this.note(id));
    });
  }

  private note(id: string): void {
    this.kept.set([id, ...this.kept().filter((other) => other !== id)].slice(0, MOST));
  }
}
