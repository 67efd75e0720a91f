import { inject, Injectable } from '@angular/core';
import type { MessagePage } from '#contracts/message.dto.js';
import { Api } from '../realtime/api';

export type Stretch = { before: number } | { after: number } | { around: number };

/** History of a post. */
@Injectable({ providedIn: 'root' })
export class MessagesApi {
  private readonly api = inject(Api);

  page(postId: string, stretch: Stretch, limit = 50): Promise<MessagePage> {
    return this.api.get(`/posts/${postId}/messages`, { ...stretch, limit });
  }
}
