import { inject, Injectable, signal } from '@angular/core';
import type { MessageSource } from '#contracts/message.dto.js';
import type { ServerError } from '../realtime/server-error';
import { MessagesApi } from './messages-api';

/** Where forwarded messages stand, as far as the reader may read them there. */
@Injectable({ providedIn: 'root' })
export class MessageSources {
  private readonly api = inject(MessagesApi);
  private readonly known = signal<ReadonlyMap<string, MessageSource | null>>(new Map());
  private readonly asked = new Set<string>();

  /** Of the message that forwards it; undefined where it cannot be read or is not known yet. */
  of(messageId: string): MessageSource | undefined {
    return this.known().get(messageId) ?? undefined;
  }

  /** Asks once; what was not answered is asked for again the next time. */
  async need(messageId: string): Promise<void> {
    if (this.asked.has(messageId)) return;
    this.asked.add(messageId);
    try {
      this.keep(messageId, await this.api.source(messageId));
    } catch (error) {
      if ((error as ServerError).status === 404) this.keep(messageId, null);
      else this.asked.delete(messageId);
    }
  }

  private keep(messageId: string, source: MessageSource | null): void {
    this.known.update((known) => new Map(known).set(messageId, source));
  }
}
