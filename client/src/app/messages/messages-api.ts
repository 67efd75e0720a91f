import { inject, Injectable } from '@angular/core';
import type { ForwardMessageDto, Message, MessagePage, MessageRemoval, MessageSource } from '#contracts/message.dto.js';
import { Api } from '../realtime/api';

export type Stretch = { before: number } | { after: number } | { around: number };

/** The routes about messages. */
@Injectable({ providedIn: 'root' })
export class MessagesApi {
  private readonly api = inject(Api);

  page(postId: string, stretch: Stretch, limit = 50): Promise<MessagePage> {
    return this.api.get(`/posts/${postId}/messages`, { ...stretch, limit });
  }

  forward(messageId: string, wish: ForwardMessageDto): Promise<Message> {
    return this.api.post(`/messages/${messageId}/forward`, wish);
  }

  /** Where the message stands that this one forwards. @throws ServerError `not_found` for whom it cannot be read there */
  source(messageId: string): Promise<MessageSource> {
    return this.api.get(`/messages/${messageId}/source`);
  }

  remove(messageId: string, reason: string): Promise<Message> {
    return this.api.post(`/messages/${messageId}/removal`, { reason });
  }

  /** Why a message was removed, for its author and those who keep the room. */
  removal(messageId: string): Promise<MessageRemoval> {
    return this.api.get(`/messages/${messageId}/removal`);
  }
}
