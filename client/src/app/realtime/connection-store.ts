import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { MessageStores } from '../messages/message-stores';
import { ChatSocket } from './chat-socket';

const QUIET_MS = 3_000;
const BACK_SHOWN_MS = 3_000;

/** What the reader is told about the connection: nothing about short breaks. */
@Injectable({ providedIn: 'root' })
export class ConnectionStore {
  private readonly socket = inject(ChatSocket);
  private readonly messages = inject(MessageStores);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waited = 0;

  readonly isOffline = signal(false);
  readonly isRestarting = signal(false);
  /** How many messages went out after coming back; null when there is nothing to say. */
  readonly sentOnReturn = signal<number | null>(null);

  constructor() {
    this.socket.on('server:restarting', () => this.isRestarting.set(true));
    effect(() => {
      const isConnected = this.socket.isConnected();
      untracked(() => (isConnected ? this.cameBack() : this.wentAway()));
    });
    // While away, what waits grows; on return, what is gone from it was sent.
    effect(() => {
      const unsent = this.messages.unsent();
      if (this.isOffline()) this.waited = Math.max(this.waited, unsent);
    });
  }

  private wentAway(): void {
    clearTimeout(this.timer);
    this.waited = 0;
    this.timer = setTimeout(() => this.isOffline.set(true), QUIET_MS);
  }

  private cameBack(): void {
    clearTimeout(this.timer);
    this.isRestarting.set(false);
    if (!this.isOffline()) return;
    this.isOffline.set(false);
    this.sentOnReturn.set(this.waited);
    this.timer = setTimeout(() => this.sentOnReturn.set(null), BACK_SHOWN_MS);
  }
}
