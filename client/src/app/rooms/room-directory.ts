import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type { RoomPage } from '#contracts/room.dto.js';
import { PeopleStore } from '../profiles/people-store';
import type { RoomOrder } from './room-order';
import { isAbout, sortRooms } from './room-order';
import { isRoomNamed } from './room-filter';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';
import { RoomsApi } from './rooms-api';
import { isSameList } from './same-list';

/** Up to so many are fetched at once, so that they can be searched and sorted here. */
const MOST_AT_ONCE = 400;

/** Every room that the reader may know of. What was fetched shows at once on the next visit and is refreshed. */
@Injectable({ providedIn: 'root' })
export class RoomDirectory {
  private readonly api = inject(RoomsApi);
  private readonly store = inject(RoomStore);
  private readonly people = inject(PeopleStore);

  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly search = signal('');
  readonly order = signal<RoomOrder>('active');
  private readonly found = signal<readonly string[]>([]);
  /** What the server was asked to look for when these were found. */
  private readonly foundFor = signal('');
  private readonly cursor = signal<string | undefined>(undefined);
  private readonly counted = signal(0);
  private turn = 0;
  /** Rooms that the client had heard of when the list was asked for; whichever comes later is new. */
  private readonly known = signal<ReadonlySet<string>>(new Set());

  readonly hasMore = computed(() => this.cursor() !== undefined);
  /** All there are have been fetched: they are searched here, by more than their names. */
  readonly isWhole = computed(() => this.state() === 'ready' && this.foundFor() === '' && !this.hasMore());
  readonly total = computed(() => this.counted() + this.newcomers().length);
  private readonly newcomers = computed(
    () => {
      const isOld = new Set([...this.found(), ...this.known()]);
      return this.store.all().flatMap(({ id }) => (isOld.has(id) ? [] : id));
    },
    { equal: isSameList },
  );
  /** Sorted once: what happens meanwhile must not move a card from under the pointer. */
  private readonly sorted = computed(() => {
    const ids = [...this.newcomers(), ...this.found()];
    const order = this.hasMore() ? 'name' : this.order();
    return untracked(() => sortRooms(this.present(ids), order).map(({ id }) => id));
  });
  readonly rooms = computed(() => this.present(this.sorted()).filter((room) => this.isFound(room)));

  /** Fetches what the search asks for, unless it can be answered here. */
  async look(): Promise<void> {
    if (!this.isWhole()) await this.load();
  }

  /** Fetches them anew; an answer to what was asked for before is of no use then. */
  async load(): Promise<void> {
    this.turn += 1;
    if (this.state() === 'failed') this.state.set('loading');
    const search = this.search().trim();
    let fetched: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.ask(search, cursor);
      if (page === undefined) return;
      fetched = [...fetched, ...page.items.map(({ id }) => id)];
      cursor = page.nextCursor;
      this.take(search, page, fetched);
    } while (cursor !== undefined && fetched.length < MOST_AT_ONCE);
    this.known.set(new Set(this.store.all().map(({ id }) => id)));
  }

  async more(): Promise<void> {
    const page = await this.ask(this.foundFor(), this.cursor());
    if (page !== undefined) {
      this.take(this.foundFor(), page, [...new Set([...this.found(), ...page.items.map(({ id }) => id)])]);
    }
  }

  private async ask(search: string, cursor: string | undefined): Promise<RoomPage | undefined> {
    const turn = this.turn;
    try {
      const page = await this.api.page(search, cursor);
      return turn === this.turn ? page : undefined;
    } catch {
      if (turn === this.turn) this.state.set('failed');
      return undefined;
    }
  }

  private take(search: string, page: RoomPage, found: readonly string[]): void {
    this.store.put(...page.items);
    this.people.need(page.items.map(({ ownerId }) => ownerId));
    this.found.set(found);
    this.foundFor.set(search);
    this.cursor.set(page.nextCursor);
    if (search === '') this.counted.set(page.total ?? found.length);
    this.state.set('ready');
  }

  private present(ids: readonly string[]): KnownRoom[] {
    return ids.flatMap((id) => this.store.room(id) ?? []);
  }

  private isFound(room: KnownRoom): boolean {
    const search = this.search();
    if (!this.isWhole()) return isRoomNamed(room, search) || this.foundFor() === search.trim();
    return isAbout(room, this.people.person(room.ownerId), search);
  }
}
