import { Component, computed, debounced, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatChipsModule } from '@angular/material/chips';
import { t, type TextKey } from '../language/texts';
import { StrandedWords } from '../messages/stranded-words';
import { OpenLists } from '../open-lists';
import { type Choice, ChoiceMenu } from '../ui/choice-menu';
import { EmptyState } from '../ui/empty-state';
import { FilterBox } from '../ui/filter-box';
import { HideOnScroll } from '../ui/hide-on-scroll';
import { Icon } from '../ui/icon';
import { MoreInView } from '../ui/more-in-view';
import { Skeletons } from '../ui/skeletons';
import { Viewport } from '../ui/viewport';
import { CreateRoom } from './create-room';
import { RoomCard } from './room-card';
import { RoomDirectory } from './room-directory';
import { isChosen, type RoomChoice, type RoomOrder } from './room-order';
import { RoomStore } from './room-store';

const SETTLE_MS = 200;
/** Cards drawn at first, and each time that their end comes near. */
const CHUNK = 36;

/** `/rooms`: every room one may know of. */
@Component({
  selector: 'app-directory-page',
  imports: [
    ChoiceMenu,
    EmptyState,
    FilterBox,
    HideOnScroll,
    Icon,
    MatButtonModule,
    MatChipsModule,
    MoreInView,
    OpenLists,
    RoomCard,
    Skeletons,
    StrandedWords,
  ],
  templateUrl: './directory-page.html',
  styleUrl: './directory-page.scss',
})
export class DirectoryPage {
  protected readonly t = t;
  protected readonly directory = inject(RoomDirectory);
  protected readonly viewport = inject(Viewport);
  protected readonly createRoom = inject(CreateRoom);
  private readonly store = inject(RoomStore);

  protected readonly choices: readonly { choice: RoomChoice; label: TextKey }[] = [
    { choice: 'all', label: 'rooms.all' },
    { choice: 'joined', label: 'rooms.joined' },
    { choice: 'public', label: 'rooms.public' },
    { choice: 'private', label: 'rooms.private' },
  ];
  protected readonly orders = computed<readonly Choice<RoomOrder>[]>(() => [
    { value: 'active', label: t('rooms.mostActive') },
    { value: 'newest', label: t('rooms.newest') },
    { value: 'name', label: t('rooms.name') },
  ]);
  protected readonly choice = signal<RoomChoice>('all');
  private readonly settledSearch = debounced(this.directory.search, SETTLE_MS);
  protected readonly rooms = computed(() => this.directory.rooms().filter((room) => isChosen(room, this.choice())));
  protected readonly drawn = linkedSignal({
    source: () => `${this.directory.search()} ${this.choice()} ${this.directory.order()}`,
    computation: () => CHUNK,
  });
  protected readonly mineCount = computed(() => this.store.mine().length);
  protected readonly isNarrowed = computed(() => this.directory.search().trim() !== '' || this.choice() !== 'all');

  constructor() {
    this.directory.search.set('');
    // With each visit anew; then only what cannot be answered here.
    let ask = () => this.directory.load();
    effect(() => {
      this.settledSearch.value();
      untracked(() => void ask());
      ask = () => this.directory.look();
    });
  }

  protected showAll(): void {
    this.directory.search.set('');
    this.choice.set('all');
  }

  protected drawMore(): void {
    if (this.drawn() < this.rooms().length) this.drawn.update((count) => count + CHUNK);
    else if (this.directory.hasMore()) void this.directory.more();
  }
}
