import { Injectable } from '@nestjs/common';
import type { ChatSocket } from '../emitter/chat-socket.js';

/** Which sockets watch whom. */
@Injectable()
export class PresenceWatches {
  private readonly watchers = new Map<string, Set<ChatSocket>>();
  private readonly watched = new WeakMap<ChatSocket, readonly string[]>();

  /** Makes a socket watch exactly these users. */
  replace(socket: ChatSocket, userIds: readonly string[]): void {
    this.remove(socket);
    this.watched.set(socket, userIds);
    for (const userId of userIds) {
      const sockets = this.watchers.get(userId) ?? new Set();
      this.watchers.set(userId, sockets.add(socket));
    }
  }

  remove(socket: ChatSocket): void {
    for (const userId of this.watched.get(socket) ?? []) {
      const sockets = this.watchers.get(userId);
      sockets?.delete(socket);
      if (sockets?.size === 0) this.watchers.delete(userId);
    }
    this.watched.delete(socket);
  }

  /** Tells those who watch a user that they came or went. */
  tell(userId: string, isOnline: boolean): void {
    for (const socket of this.watchers.get(userId) ?? []) socket.emit('presence', { userId, online: isOnline });
  }
}
