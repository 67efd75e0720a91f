import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
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
  protected readonly isBusy = signal(false);
  protected readonly nameLanguage = computed(() => languageOf(this.room().name));
  protected readonly aboutLanguage = computed(() => languageOf(this.room().about));

  protected async join(): Promise<void> {
    const { id, name } = this.room();
    this.isBusy.set(true);
    const isDone = await this.notice.attempt(() => this.store.join(id));
    this.isBusy.set(false);
    if (isDone) void this.announcer.announce(`You joined ${name}`);
  }

  protected async leave(): Promise<void> {
    const { name } = this.room();
    await this.actions.leave(this.room());
    if (this.store.room(this.room().id)?.myRole == null) void this.announcer.announce(`You left ${name}`);
  }
}
