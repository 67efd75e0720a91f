import { CdkVirtualScrollableElement } from '@angular/cdk/scrolling';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatChipsModule } from '@angular/material/chips';
import { MatTooltipModule } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { AccountMenu } from '../account-menu';
import { t, written } from '../language/texts';
import { Place } from '../place';
import { PeopleStore } from '../profiles/people-store';
import { CatchUp } from '../realtime/catch-up';
import { EmptyState } from '../ui/empty-state';
import { FilterBox } from '../ui/filter-box';
import { HideOnScroll } from '../ui/hide-on-scroll';
import { Icon } from '../ui/icon';
import { LongRows } from '../ui/long-rows';
import { Skeletons } from '../ui/skeletons';
import { Viewport } from '../ui/viewport';
import { CreateRoom } from './create-room';
import { isRoomNamed } from './room-filter';
import { RoomRow } from './room-row';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';
import { RoomTotal } from './room-total';

type RoomListChoice = 'all' | 'unread' | 'favourites';

/** Pixels, as the rows are styled. */
const ROW_HEIGHT = { compact: 66, other: 58 };

/** The left sidebar outside a room: the reader's rooms. */
@Component({
  selector: 'app-room-list',
  imports: [
    AccountMenu,
    CdkVirtualScrollableElement,
    EmptyState,
    FilterBox,
    HideOnScroll,
    Icon,
    LongRows,
    MatButtonModule,
    MatChipsModule,
    MatTooltipModule,
    RoomRow,
    RouterLink,
    Skeletons,
  ],
  templateUrl: './room-list.html',
  styleUrl: './room-list.scss',
})
export class RoomList {
  protected readonly t = t;
  protected readonly written = written;
  protected readonly store = inject(RoomStore);
  protected readonly place = inject(Place);
  protected readonly viewport = inject(Viewport);
  protected readonly createRoom = inject(CreateRoom);
  protected readonly catchUp = inject(CatchUp);
  protected readonly total = inject(RoomTotal).total;
  private readonly people = inject(PeopleStore);

  protected readonly filter = signal('');
  /** On a phone; elsewhere favourites stand apart. */
  protected readonly choice = signal<RoomListChoice>('all');
  protected readonly unreadCount = computed(
    () => this.store.mine().filter(({ id }) => this.store.unreadIn(id) > 0).length,
  );
  private readonly found = computed(() => {
    const choice = this.viewport.isCompact() ? this.choice() : 'all';
    return this.store.mine().filter((room) => isRoomNamed(room, this.filter()) && this.isOfKind(room, choice));
  });
  protected readonly favourites = computed(() => this.found().filter(({ isFavourite }) => isFavourite === true));
  protected readonly rooms = computed(() => this.found().filter(({ isFavourite }) => isFavourite !== true));
  protected readonly isEmpty = computed(() => this.found().length === 0);
  protected readonly rowHeight = computed(() => (this.viewport.isCompact() ? ROW_HEIGHT.compact : ROW_HEIGHT.other));
  protected readonly isBrowsing = computed(() => this.place.section() === 'rooms' && !this.viewport.isCompact());

  constructor() {
    effect(() => {
      const authors = this.store.mine().flatMap(({ latest }) => latest?.authorId ?? []);
      this.people.need(authors);
    });
  }

  protected showAll(): void {
    this.filter.set('');
    this.choice.set('all');
  }

  private isOfKind({ id, isFavourite }: KnownRoom, choice: RoomListChoice): boolean {
    if (choice === 'unread') return this.store.unreadIn(id) > 0;
    return choice === 'all' || isFavourite === true;
  }
}
