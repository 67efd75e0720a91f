import { Clipboard } from '@angular/cdk/clipboard';
import { inject, Injectable } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { ReadMarks } from '../posts/read-marks';
import { CurrentRoom } from '../rooms/current-room';
import { SessionStore } from '../sign-in/session-store';
import type { Action } from '../ui/action';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { Editing } from './editing';
import { MessageStores } from './message-stores';
import { ReadingHold } from './reading-hold';

/** What one may do with a message, for the bar, the menu, the sheet and the keys alike. */
@Injectable({ providedIn: 'root' })
export class MessageVerbs {
  private readonly current = inject(CurrentRoom);
  private readonly session = inject(SessionStore);
  private readonly stores = inject(MessageStores);
  private readonly marks = inject(ReadMarks);
  private readonly hold = inject(ReadingHold);
  private readonly editing = inject(Editing);
  private readonly clipboard = inject(Clipboard);
  private readonly notice = inject(Notice);
  private readonly confirm = inject(Confirm);

  /** Authors edit their own messages where one may still write. */
  canEdit(message: Message): boolean {
    return this.canRecall(message) && this.current.post()?.state !== 'resolved';
  }

  canRecall(message: Message): boolean {
    const isOwn = message.authorId === this.session.user()?.id && message.kind === 'text';
    return isOwn && isLive(message) && this.current.isMember() && this.current.room()?.archivedAt === undefined;
  }

  /** The lines of its menu; what is dangerous comes last. */
  actionsOf(message: Message): Action[] {
    return [
      ...(hasText(message)
        ? [{ icon: 'content_copy' as const, label: 'Copy text', keys: 'C', run: () => this.copyText(message) }]
        : []),
      { icon: 'link', label: 'Copy link', run: () => this.copyLink(message) },
      ...(this.current.isMember()
        ? [
            {
              icon: 'mark_chat_unread' as const,
              label: 'Mark unread from here',
              run: () => this.markUnread(message),
            },
          ]
        : []),
      ...(this.canEdit(message)
        ? [{ icon: 'edit' as const, label: 'Edit', keys: 'E', run: () => this.edit(message) }]
        : []),
      ...(this.canRecall(message)
        ? [{ icon: 'undo' as const, label: 'Recall', keys: 'Del', isDanger: true, run: () => this.recall(message) }]
        : []),
    ];
  }

  edit(message: Message): void {
    if (this.canEdit(message)) this.editing.start(message.id);
  }

  /** Asks first. */
  async recall(message: Message): Promise<void> {
    if (!this.canRecall(message)) return;
    const isSure = await this.confirm.ask({
      icon: 'undo',
      title: 'Recall this message?',
      text: 'Everyone sees that you took it back. Its text and files are gone for good.',
      action: 'Recall',
    });
    if (isSure) await this.notice.attempt(() => this.stores.recall(message));
  }

  copyText(message: Message): void {
    if (hasText(message) && this.clipboard.copy(message.text)) this.notice.say('Text copied');
  }

  private copyLink({ seq }: Message): void {
    const [room, post] = [this.current.room(), this.current.post()];
    if (room === undefined || post === undefined) return;
    const place = post.kind === 'chat' ? room.slug : `${room.slug}/p/${post.slug}`;
    if (this.clipboard.copy(`${location.origin}/r/${place}/${seq}`)) this.notice.say('Link copied');
  }

  private async markUnread({ postId, seq }: Message): Promise<void> {
    this.hold.hold(postId);
    const isDone = await this.notice.attempt(() => this.marks.unread(postId, seq));
    if (!isDone) this.hold.release();
  }
}

/** Neither recalled nor removed. */
export function isLive({ state }: Message): boolean {
  return state === 'live';
}

function hasText(message: Message): boolean {
  return isLive(message) && message.kind === 'text' && message.text !== '';
}
