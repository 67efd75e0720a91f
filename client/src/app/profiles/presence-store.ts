import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { ChatSocket } from '../realtime/chat-socket';

const MOST_WATCHED = 500;

/** Who of the people on screen is connected. */
@Injectable({ providedIn: 'root' })
export class PresenceStore {
  private readonly socket = inject(ChatSocket);
  private readonly watched = signal<readonly string[]>([]);
  private readonly online = signal<ReadonlySet<string>>(new Set());

  constructor() {
    this.socket.on('presence', ({ userId, online }) => this.set(userId, online));
    effect(() => {
      this.socket.connections();
      const userIds = [...this.watched()];
      if (userIds.length > 0) untracked(() => void this.ask(userIds));
    });
  }

  isOnline(userId: string): boolean {
    return this.online().has(userId);
  }

  /** Watches these people instead of those before. */
  watch(userIds: readonly string[]): void {
    const next = [...new Set(userIds)].sort().slice(0, MOST_WATCHED);
    if (next.join() !== untracked(this.watched).join()) this.watched.set(next);
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
