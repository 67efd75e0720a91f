import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { ChatSocket } from '../realtime/chat-socket';
import { Icon } from '../ui/icon';
import { MessageStores } from './message-stores';
import type { PendingMessage } from './pending-message';

const QUIET_MS = 600;

/** How far a message on its way has come. Room for the line is there from the start, so that nothing moves. */
@Component({
  selector: 'app-pending-line',
  imports: [Icon],
  templateUrl: './pending-line.html',
  styleUrl: './pending-line.scss',
})
export class PendingLine {
  readonly pending = input.required<PendingMessage>();
  readonly postId = input.required<string>();
  protected readonly socket = inject(ChatSocket);
  private readonly stores = inject(MessageStores);
  private readonly clipboard = inject(Clipboard);
  private readonly isLate = signal(false);

  protected readonly shown = computed(() => {
    if (this.pending().state === 'failed') return 'failed';
    if (!this.isLate()) return 'nothing';
    if (!this.socket.isConnected()) return 'offline';
    return this.pending().state === 'waiting' ? 'behind' : 'sending';
  });

  constructor() {
    effect((onCleanup) => {
      const timer = setTimeout(() => this.isLate.set(true), QUIET_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected retry(): void {
    this.stores.of(this.postId()).queue.retry(this.pending().clientId);
  }

  protected copy(): void {
    this.clipboard.copy(this.pending().text);
  }

  protected discard(): void {
    this.stores.of(this.postId()).queue.discard(this.pending().clientId);
  }
}
