import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { AdminMessage } from '#contracts/admin-content.dto.js';
import { t } from '../../language/texts';
import { MessageStores } from '../../messages/message-stores';
import { RemovalDialog } from '../../messages/removal-dialog';
import type { Action } from '../../ui/action';
import { Notice } from '../../ui/notice';
import { AdminMessageList } from './admin-message-list';
import { AdminMessagesApi } from './admin-messages-api';

/** Where a message is read, among those around it. */
export function permalinkOf({ seq, post, room }: Pick<AdminMessage, 'seq' | 'post' | 'room'>): string[] {
  return ['/r', room.slug, ...(post.slug === 'chat' ? [] : ['p', post.slug]), String(seq)];
}

/** What an admin may do with a message. */
@Injectable({ providedIn: 'root' })
export class AdminMessageActions {
  private readonly api = inject(AdminMessagesApi);
  private readonly messages = inject(AdminMessageList);
  private readonly stores = inject(MessageStores);
  private readonly removal = inject(RemovalDialog);
  private readonly notice = inject(Notice);
  private readonly router = inject(Router);

  /** The lines of a message's menu. */
  of(message: AdminMessage): Action[] {
    const open: Action = {
      icon: 'article',
      label: t('admin-messages.open'),
      run: () => this.router.navigate(permalinkOf(message)),
    };
    if (message.state !== 'live') return [open];
    return [open, { icon: 'delete', label: t('messages.remove'), isDanger: true, run: () => this.remove(message) }];
  }

  /** Asks for the reason first. */
  private async remove(message: AdminMessage): Promise<void> {
    const removed = await this.removal.ask(message.author.displayName, (reason) => this.api.remove(message, reason));
    if (removed === undefined) return;
    this.stores.take(removed);
    this.messages.list.replace({ ...message, state: removed.state, excerpt: '', files: 0 });
    this.notice.say(t('admin-messages.removed', { name: message.author.displayName }));
  }
}
