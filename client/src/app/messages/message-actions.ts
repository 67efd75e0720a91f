import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { MatTooltipModule } from '@angular/material/tooltip';
import type { Message } from '#contracts/message.dto.js';
import { ReadMarks } from '../posts/read-marks';
import { CurrentRoom } from '../rooms/current-room';
import { Confirm } from '../ui/confirm';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { MessageStores } from './message-stores';
import { ReadingHold } from './reading-hold';

/** What one may do with a message: floats over its top edge. */
@Component({
  selector: 'app-message-actions',
  imports: [Icon, MatButtonModule, MatMenuModule, MatTooltipModule],
  templateUrl: './message-actions.html',
  styleUrl: './message-actions.scss',
})
export class MessageActions {
  readonly message = input.required<Message>();
  readonly isOwn = input.required<boolean>();
  readonly edit = output();
  readonly menuToggled = output<boolean>();

  protected readonly current = inject(CurrentRoom);
  private readonly stores = inject(MessageStores);
  private readonly marks = inject(ReadMarks);
  private readonly hold = inject(ReadingHold);
  private readonly clipboard = inject(Clipboard);
  private readonly notice = inject(Notice);
  private readonly confirm = inject(Confirm);

  protected async recall(): Promise<void> {
    const isSure = await this.confirm.ask({
      title: 'Recall this message?',
      text: 'Everyone sees that you took it back. Its text and files are gone for good.',
      action: 'Recall',
    });
    if (isSure) await this.notice.attempt(() => this.stores.recall(this.message()));
  }

  protected copyText(): void {
    if (this.clipboard.copy(this.message().text)) this.notice.say('Text copied');
  }

  protected copyLink(): void {
    const [room, post] = [this.current.room(), this.current.post()];
    if (room === undefined || post === undefined) return;
    const place = post.kind === 'chat' ? room.slug : `${room.slug}/p/${post.slug}`;
    if (this.clipboard.copy(`${location.origin}/r/${place}/${this.message().seq}`)) this.notice.say('Link copied');
  }

  protected async markUnread(): Promise<void> {
    const { postId, seq } = this.message();
    this.hold.hold(postId);
    await this.notice.attempt(() => this.marks.unread(postId, seq));
  }
}
