import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** How long after their last socket closed a user still counts as online: a reload must not flicker. */
const GRACE_MS = 5_000;

type Watcher = (userId: string, isOnline: boolean) => void;

/** Who is online: counted by socket, so that closing one of two tabs changes nothing. */
@Injectable()
export class PresenceRegistry implements OnModuleDestroy {
  private readonly sockets = new Map<string, Set<string>>();
  private readonly leaving = new Map<string, NodeJS.Timeout>();
  private readonly watchers = new Set<Watcher>();

  onModuleDestroy(): void {
    for (const timer of this.leaving.values()) clearTimeout(timer);
    this.leaving.clear();
    this.watchers.clear();
  }

  /** Calls `watcher` whenever somebody comes online or goes offline. */
  onChange(watcher: Watcher): void {
    this.watchers.add(watcher);
  }

  /** A socket of the user is there. */
  connected(userId: string, socketId: string): void {
    clearTimeout(this.leaving.get(userId));
    const wasOnline = this.leaving.delete(userId) || this.isOnline(userId);
    const open = this.sockets.get(userId) ?? new Set();
    this.sockets.set(userId, open.add(socketId));
    if (!wasOnline) this.tell(userId, true);
  }

  /** A socket of the user is gone; with the last one the user goes offline a little later. */
  disconnected(userId: string, socketId: string): void {
    const open = this.sockets.get(userId);
    if (!open?.delete(socketId) || open.size > 0) return;
    this.sockets.delete(userId);
    const timer = setTimeout(() => {
      this.leaving.delete(userId);
      this.tell(userId, false);
    }, GRACE_MS);
    timer.unref();
    this.leaving.set(userId, timer);
  }

  isOnline(userId: string): boolean {
    return this.sockets.has(userId) || this.leaving.has(userId);
  }

  /** Everybody who is online. */
  onlineUserIds(): string[] {
    return [...this.sockets.keys(), ...this.leaving.keys()];
  }

  private tell(userId: string, isOnline: boolean): void {
    for (const watcher of this.watchers) watcher(userId, isOnline);
  }
}
