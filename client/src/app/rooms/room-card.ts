import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, ElementRef, inject, input, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { Notice } from '../ui/notice';
import { RoomActions } from './room-actions';
import { RoomCover } from './room-cover';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';

/** A room in the directory. Joining shows at once and is taken back when the server refuses. */
@Component({
  selector: 'app-room-card',
  imports: [Avatar, Icon, MatButtonModule, MatMenuModule, RoomCover, RouterLink],
  templateUrl: './room-card.html',
  styleUrl: './room-card.scss',
})
export class RoomCard {
  readonly room = input.required<KnownRoom>();
  private readonly store = inject(RoomStore);
  private readonly notice = inject(Notice);
  private readonly actions = inject(RoomActions);
  private readonly announcer = inject(LiveAnnouncer);
  /** Joins, or shows that one has. */
  private readonly turn = viewChild<unknown, ElementRef<HTMLElement>>('turn', { read: ElementRef });
  protected readonly t = t;
  private isBusy = false;
  protected readonly nameLanguage = computed(() => languageOf(this.room().name));
  protected readonly aboutLanguage = computed(() => languageOf(this.room().about));

  protected async join(): Promise<void> {
    const { id, name } = this.room();
    if (this.isBusy) return;
    this.isBusy = true;
    const joining = this.notice.attempt(() => this.store.join(id));
    this.passFocus();
    const isDone = await joining;
    this.isBusy = false;
    this.passFocus();
    if (isDone) void this.announcer.announce(t('rooms.youJoined', { room: name }));
  }

  protected async leave(): Promise<void> {
    const { id, name } = this.room();
    await this.store.settled(id);
    await this.actions.leave(this.room());
    this.passFocus();
    if (this.store.room(id)?.myRole == null) void this.announcer.announce(t('rooms.youLeft', { room: name }));
  }

  /** The button that was pressed has given way to another. */
  private passFocus(): void {
    setTimeout(() => {
      if (document.activeElement === document.body) this.turn()?.nativeElement.focus();
    });
  }
}
