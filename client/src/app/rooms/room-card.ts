import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { Notice } from '../ui/notice';
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
  protected readonly isBusy = signal(false);
  protected readonly nameLanguage = computed(() => languageOf(this.room().name));
  protected readonly aboutLanguage = computed(() => languageOf(this.room().about));

  protected join(): Promise<void> {
    return this.attempt(() => this.store.join(this.room().id));
  }

  protected leave(): Promise<void> {
    return this.attempt(() => this.store.leave(this.room().id));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    await this.notice.attempt(work);
    this.isBusy.set(false);
  }
}
