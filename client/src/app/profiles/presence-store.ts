import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { LIMITS } from '#contracts/limits.js';
import { ChatSocket } from '../realtime/chat-socket';

/** Who of the people on screen is connected. */
@Injectable({ providedIn: 'root' })
export class PresenceStore {
  private readonly socket = inject(ChatSocket);
  /** Whom each place on screen shows, the latest place first. */
  private readonly shown = signal<readonly (() => readonly string[])[]>([]);
  private readonly watched = computed(
    () => {
      const userIds = new Set(this.shown().flatMap((list) => list()));
      return [...userIds].slice(0, LIMITS.watchedUsers).sort();
    },
    { equal: (one, other) => one.join() === other.join() },
  );
  private readonly online = signal<ReadonlySet<string>>(new Set());

  constructor() {
    this.socket.on('presence', ({ userId, online }) => this.set(userId, online));
    effect(() => {
      this.socket.connections();
      const userIds = this.watched();
      if (userIds.length > 0) untracked(() => void this.ask(userIds));
    });
  }

  isOnline(userId: string): boolean {
    return this.online().has(userId);
  }

  /** Watches whom a place shows, beside those of other places, until it is gone. For an injection context. */
  watch(userIds: () => readonly string[]): void {
    this.shown.update((lists) => [userIds, ...lists]);
    inject(DestroyRef).onDestroy(() => this.shown.update((lists) => lists.filter((list) => list !== userIds)));
  }

  private async ask(userIds: string[]): Promise<void> {
    try {
      const { online } = await this.socket.ask('presence:watch', { userIds });
      this.online.set(new Set(online));
    } catch {
      // Asked again after the next connection.
    }
  }

  private set(userId: string, isOnline: boolean): void {
    this.online.update((known) => {
      const next = new Set(known);
      if (isOnline) next.add(userId);
      else next.delete(userId);
      return next;
    });
  }
}
