import { Clipboard } from '@angular/cdk/clipboard';
import { inject, Injectable } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { chordOf } from '../keyboard/shortcut-catalogue';
import { t } from '../language/texts';
import { ReadMarks } from '../posts/read-marks';
import { CurrentRoom } from '../rooms/current-room';
import { SessionStore } from '../sign-in/session-store';
import type { Action } from '../ui/action';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { Editing } from './editing';
import { EditWindow } from './edit-window';
import { isLive, textOf } from './message-facts';
import { MessageRemovals } from './message-removals';
import { MessageSharing } from './message-sharing';
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
  private readonly window = inject(EditWindow);
  private readonly clipboard = inject(Clipboard);
  private readonly notice = inject(Notice);
  private readonly confirm = inject(Confirm);
  private readonly sharing = inject(MessageSharing);
  private readonly removal = inject(MessageRemovals);

  /** Authors edit their own messages where one may still write, as long as the organisation lets them. */
  canEdit(message: Message): boolean {
    return this.isEditable(message) && this.window.isOpenFor(message);
  }

  canRecall(message: Message): boolean {
    const isOwn = message.authorId === this.session.user()?.id && message.kind === 'text';
    return isOwn && isLive(message) && this.current.isMember() && this.current.room()?.archivedAt === undefined;
  }

  /** The lines of its menu; what is dangerous comes last. */
  actionsOf(message: Message): Action[] {
    const lines: (Action | false)[] = [
      textOf(message) !== '' && {
        icon: 'content_copy',
        label: t('messages.copyText'),
        keys: chordOf('copyMessage'),
        run: () => this.copyText(message),
      },
      { icon: 'link', label: t('messages.copyLink'), run: () => this.copyLink(message) },
      ...this.sharing.of(message),
      this.current.isMember() && {
        icon: 'mark_chat_unread',
        label: t('messages.markUnread'),
        run: () => this.markUnread(message),
      },
      this.canEdit(message) && {
        icon: 'edit',
        label: t('messages.edit'),
        keys: chordOf('editMessage'),
        run: () => this.edit(message),
      },
      this.canRecall(message) && {
        icon: 'undo',
        label: t('messages.recall'),
        keys: chordOf('recallMessage'),
        isDanger: true,
        run: () => this.recall(message),
      },
      ...this.removal.of(message),
    ];
    return lines.filter((line) => line !== false);
  }

  /** Says why when it has become too late for it. */
  edit(message: Message): void {
    if (this.canEdit(message)) this.editing.start(message.id);
    else if (this.isEditable(message)) this.notice.say(t('errors.edit_window_over'));
  }

  /** Asks first. */
  async recall(message: Message): Promise<void> {
    if (!this.canRecall(message)) return;
    const isSure = await this.confirm.ask(() => ({
      icon: 'undo',
      title: t('messages.recallAsk'),
      text: t('messages.recallText'),
      action: t('messages.recall'),
    }));
    if (isSure) await this.notice.attempt(() => this.stores.recall(message));
  }

  copyText(message: Message): void {
    if (textOf(message) !== '' && this.clipboard.copy(textOf(message))) this.notice.say(t('messages.textCopied'));
  }

  private isEditable(message: Message): boolean {
    return this.canRecall(message) && this.current.post()?.state !== 'resolved';
  }

  private copyLink({ seq }: Message): void {
    const [room, post] = [this.current.room(), this.current.post()];
    if (room === undefined || post === undefined) return;
    const place = post.kind === 'chat' ? room.slug : `${room.slug}/p/${post.slug}`;
    if (this.clipboard.copy(`${location.origin}/r/${place}/${seq}`)) this.notice.say(t('messages.linkCopied'));
  }

  private async markUnread({ postId, seq }: Message): Promise<void> {
    this.hold.hold(postId);
    const isDone = await this.notice.attempt(() => this.marks.unread(postId, seq));
    if (!isDone) this.hold.release();
  }
}
