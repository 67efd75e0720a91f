import { Component, computed, debounced, effect, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatChipsModule } from '@angular/material/chips';
import type { Room } from '#contracts/room.dto.js';
import { OpenLists } from '../open-lists';
import { EmptyState } from '../ui/empty-state';
import { FilterBox } from '../ui/filter-box';
import { Icon } from '../ui/icon';
import { CreateRoom } from './create-room';
import { RoomCard } from './room-card';
import { RoomStore } from './room-store';
import { RoomsApi } from './rooms-api';

type Shown = 'all' | 'joined' | 'public' | 'private';

/** `/rooms`: every room one may see. */
@Component({
  selector: 'app-directory-page',
  imports: [EmptyState, FilterBox, Icon, MatButtonModule, MatChipsModule, OpenLists, RoomCard],
  templateUrl: './directory-page.html',
  styleUrl: './directory-page.scss',
})
export class DirectoryPage {
  private readonly api = inject(RoomsApi);
  private readonly store = inject(RoomStore);
  protected readonly createRoom = inject(CreateRoom);

  protected readonly choices: { shown: Shown; label: string }[] = [
    { shown: 'all', label: 'All' },
    { shown: 'joined', label: 'Joined' },
    { shown: 'public', label: 'Public' },
    { shown: 'private', label: 'Private' },
  ];
  protected readonly search = signal('');
  protected readonly shown = signal<Shown>('all');
  protected readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  protected readonly nextCursor = signal<string | undefined>(undefined);
  protected readonly total = signal<number | undefined>(undefined);
  private readonly settledSearch = debounced(this.search, 200);
  private readonly found = signal<readonly string[]>([]);

  /** As found, but with what events have told since. */
  protected readonly rooms = computed(() =>
    this.found()
      .flatMap((id) => this.store.room(id) ?? [])
      .filter((room) => {
        const shown = this.shown();
        return shown === 'all' || (shown === 'joined' ? room.myRole !== null : room.visibility === shown);
      }),
  );
  protected readonly mineCount = computed(() => this.store.mine().length);

  constructor() {
    effect(() => {
      const search = this.settledSearch.hasValue() ? this.settledSearch.value() : '';
      void this.load(search);
    });
  }

  protected async load(search = this.search(), cursor?: string): Promise<void> {
    try {
      const page = await this.api.page(search.trim(), cursor);
      if (search !== this.search()) return;
      this.take(page.items, cursor !== undefined);
      this.nextCursor.set(page.nextCursor);
      this.total.set(page.total);
      this.state.set('ready');
    } catch {
      this.state.set('failed');
    }
  }

  private take(rooms: Room[], isMore: boolean): void {
    for (const room of rooms) this.store.put(room);
    const ids = rooms.map(({ id }) => id);
    this.found.update((known) => (isMore ? [...new Set([...known, ...ids])] : ids));
  }
}
