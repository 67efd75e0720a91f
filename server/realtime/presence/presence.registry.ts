import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { NodeBus } from '../../platform/nodes/node-bus.js';
import { PresenceClaims } from './presence-claims.js';
import { PresenceExchange } from './presence-exchange.js';

/** How long after their last socket closed a user still counts as online: a reload must not flicker. */
const GRACE_MS = 5_000;

/** Is told who came or went, and whether it was a socket of this node that did. */
type Watcher = (userId: string, isOnline: boolean, isHere: boolean) => void;

/** Who is online, on whichever node: counted by socket, so that closing one of two tabs changes nothing. */
@Injectable()
export class PresenceRegistry implements OnModuleDestroy {
  private readonly sockets = new Map<string, Set<string>>();
  private readonly leaving = new Map<string, NodeJS.Timeout>();
  private readonly watchers = new Set<Watcher>();
  private readonly claims = new PresenceClaims((userId, isOnline, nodeId) => {
    for (const watcher of this.watchers) watcher(userId, isOnline, nodeId === this.bus.nodeId);
  });
  private readonly exchange: PresenceExchange;

  constructor(private readonly bus: NodeBus) {
    this.exchange = new PresenceExchange(bus, this.claims);
  }

  onModuleDestroy(): void {
    for (const timer of this.leaving.values()) clearTimeout(timer);
    this.leaving.clear();
    this.watchers.clear();
    this.exchange.end();
  }

  /** Calls `watcher` whenever somebody comes online or goes offline. */
  onChange(watcher: Watcher): void {
    this.watchers.add(watcher);
  }

  /** A socket of the user is there. */
  connected(userId: string, socketId: string): void {
    clearTimeout(this.leaving.get(userId));
    this.leaving.delete(userId);
    const open = this.sockets.get(userId) ?? new Set();
    this.sockets.set(userId, open.add(socketId));
    this.exchange.note(userId, true);
  }

  /** A socket of the user is gone; with the last one the user goes offline a little later. */
  disconnected(userId: string, socketId: string): void {
    const open = this.sockets.get(userId);
    if (!open?.delete(socketId) || open.size > 0) return;
    this.sockets.delete(userId);
    const timer = setTimeout(() => {
      this.leaving.delete(userId);
      this.exchange.note(userId, false);
    }, GRACE_MS);
    timer.unref();
    this.leaving.set(userId, timer);
  }

  isOnline(userId: string): boolean {
    return this.claims.isOnline(userId);
  }

  /** Everybody who is online. */
  onlineUserIds(): string[] {
    return this.claims.userIds();
  }
}
