import { Clipboard } from '@angular/cdk/clipboard';
import { afterRenderEffect, Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';
import { isTextKey, t } from '../language/texts';
import { ChatSocket } from '../realtime/chat-socket';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { MessageStores } from './message-stores';
import type { PendingMessage } from './pending-message';

const QUIET_MS = 600;

/** How far a message on its way has come. The room that it took stays empty once the message has arrived, so that nothing moves. */
@Component({
  selector: 'app-pending-line',
  imports: [Icon],
  host: { '[style.min-height.px]': 'room()' },
  templateUrl: './pending-line.html',
  styleUrl: './pending-line.scss',
})
export class PendingLine {
  protected readonly t = t;
  /** Undefined once the message has arrived. */
  readonly pending = input.required<PendingMessage | undefined>();
  readonly postId = input.required<string>();
  private readonly socket = inject(ChatSocket);
  private readonly stores = inject(MessageStores);
  private readonly clipboard = inject(Clipboard);
  private readonly notice = inject(Notice);
  private readonly isLate = signal(false);
  /** Height that the line took at most. */
  protected readonly room = signal(0);

  protected readonly shown = computed(() => {
    const pending = this.pending();
    if (pending === undefined) return 'nothing';
    if (pending.state === 'failed') return 'failed';
    if (!this.isLate()) return 'nothing';
    if (!this.socket.isConnected()) return 'offline';
    return pending.state === 'waiting' ? 'behind' : 'sending';
  });
  /** A reload would not bring it back. */
  protected readonly isUnkept = computed(() => {
    const queue = this.stores.known(this.postId())?.queue;
    const pending = this.pending();
    return pending !== undefined && this.shown() !== 'nothing' && queue?.isKept(pending.clientId) === false;
  });
  private readonly isPending = computed(() => this.pending() !== undefined);

  constructor() {
    effect((onCleanup) => {
      if (!this.isPending()) return;
      const timer = setTimeout(() => this.isLate.set(true), QUIET_MS);
      onCleanup(() => clearTimeout(timer));
    });
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      if (this.shown() !== 'nothing') this.room.update((room) => Math.max(room, element.offsetHeight));
    });
  }

  protected reasonOf({ problem = '' }: PendingMessage): string {
    const key = [`messages.refused_${problem}`, `errors.${problem}`].find(isTextKey);
    // Kept by an earlier version of this page, in words.
    return key === undefined ? problem : t(key, { count: 1 });
  }

  protected retry({ clientId }: PendingMessage): void {
    this.stores.of(this.postId()).queue.retry(clientId);
  }

  protected copy({ text }: PendingMessage): void {
    if (this.clipboard.copy(text)) this.notice.say(t('messages.textCopied'));
  }

  protected discard({ clientId }: PendingMessage): void {
    this.stores.of(this.postId()).queue.discard(clientId);
  }
}
