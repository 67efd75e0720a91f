import { inject, Injectable } from '@angular/core';
import type { AdminMessage, AdminMessagePage } from '#contracts/admin-content.dto.js';
import type { Message, MessageState } from '#contracts/message.dto.js';
import { Api } from '../../realtime/api';

/** Which messages are asked for. */
export interface MessagesQuery {
  q?: string | undefined;
  roomId?: string | undefined;
  authorId?: string | undefined;
  state?: MessageState | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The routes of the console about messages. */
@Injectable({ providedIn: 'root' })
export class AdminMessagesApi {
  private readonly api = inject(Api);

  page(query: MessagesQuery, cursor: string | undefined, limit: number): Promise<AdminMessagePage> {
    return this.api.get('/admin/messages', { ...query, cursor, limit });
  }

  remove({ id }: AdminMessage, reason: string): Promise<Message> {
    return this.api.post(`/admin/messages/${id}/removal`, { reason });
  }
}
