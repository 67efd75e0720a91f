import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { AccountMenu } from '../account-menu';
import { Place } from '../place';
import { PeopleStore } from '../profiles/people-store';
import { FilterBox } from '../ui/filter-box';
import { Icon } from '../ui/icon';
import { Viewport } from '../ui/viewport';
import { CreateRoom } from './create-room';
import { RoomRow } from './room-row';
import { RoomStore } from './room-store';

/** The left sidebar outside a room: the reader's rooms. */
@Component({
  selector: 'app-room-list',
  imports: [AccountMenu, FilterBox, Icon, MatButtonModule, MatTooltipModule, RoomRow, RouterLink],
  templateUrl: './room-list.html',
  styleUrl: './room-list.scss',
})
export class RoomList {
  protected readonly store = inject(RoomStore);
  protected readonly place = inject(Place);
  protected readonly viewport = inject(Viewport);
  protected readonly createRoom = inject(CreateRoom);
  private readonly people = inject(PeopleStore);

  protected readonly filter = signal('');
  protected readonly rooms = computed(() => {
    const wanted = this.filter().trim().toLowerCase();
    return this.store.mine().filter(({ name, slug }) => `${name} ${slug}`.toLowerCase().includes(wanted));
  });
  protected readonly isBrowsing = computed(() => this.place.section() === 'rooms' && !this.viewport.isCompact());

  constructor() {
    effect(() => {
      const authors = this.store.mine().flatMap(({ latest }) => latest?.authorId ?? []);
      this.people.need(authors);
    });
  }
}
