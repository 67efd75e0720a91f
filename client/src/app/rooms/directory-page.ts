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
  private readonly foundTotal = signal(0);
  private readonly settledSearch = debounced(this.search, 200);
  private readonly found = signal<readonly string[]>([]);
  /** Rooms that the client had heard of when the list was asked for; whichever comes later is new. */
  private readonly known = signal<ReadonlySet<string>>(new Set());

  private readonly newcomers = computed(() => {
    const search = this.search().trim().toLowerCase();
    const isOld = new Set([...this.found(), ...this.known()]);
    return this.store.all().filter(({ id, name }) => !isOld.has(id) && name.toLowerCase().includes(search));
  });

  /** As found, but with what events have told since: the newest rooms first. */
  protected readonly rooms = computed(() =>
    [...this.newcomers(), ...this.found().flatMap((id) => this.store.room(id) ?? [])].filter((room) => {
      const shown = this.shown();
      return shown === 'all' || (shown === 'joined' ? room.myRole !== null : room.visibility === shown);
    }),
  );
  protected readonly total = computed(() => this.foundTotal() + this.newcomers().length);
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
      this.foundTotal.set(page.total ?? 0);
      this.state.set('ready');
    } catch {
      this.state.set('failed');
    }
  }

  private take(rooms: Room[], isMore: boolean): void {
    for (const room of rooms) this.store.put(room);
    const ids = rooms.map(({ id }) => id);
    if (!isMore) this.known.set(new Set(this.store.all().map(({ id }) => id)));
    this.found.update((known) => (isMore ? [...new Set([...known, ...ids])] : ids));
  }
}
