import { Component, computed, ElementRef, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { isComposing } from '../keyboard/pressed-keys';
import { t } from '../language/texts';
import { EmptyState } from '../ui/empty-state';
import { FilterBox } from '../ui/filter-box';
import { Icon } from '../ui/icon';
import { KeepsFocus } from '../ui/keeps-focus';
import { MoreInView } from '../ui/more-in-view';
import { Skeletons } from '../ui/skeletons';
import { CurrentRoom } from './current-room';
import { filterMembers } from './member-filter';
import { MemberRow } from './member-row';
import { MemberStore } from './member-store';

/** Rows drawn at first, and each time that their end comes into view. */
const CHUNK = 60;

/** Who belongs to the room: online first, then offline. */
@Component({
  selector: 'app-member-list',
  imports: [
    EmptyState,
    FilterBox,
    Icon,
    KeepsFocus,
    MatButtonModule,
    MatTooltipModule,
    MemberRow,
    MoreInView,
    Skeletons,
  ],
  templateUrl: './member-list.html',
  styleUrl: './member-list.scss',
})
export class MemberList {
  protected readonly t = t;
  protected readonly store = inject(MemberStore);
  private readonly current = inject(CurrentRoom);

  private readonly toggle = viewChild<unknown, ElementRef<HTMLElement>>('toggle', { read: ElementRef });
  protected readonly isFiltering = signal(false);
  protected readonly filter = signal('');
  protected readonly drawn = linkedSignal({
    source: () => `${this.current.room()?.id ?? ''} ${this.filter()}`,
    computation: () => CHUNK,
  });
  private readonly online = computed(() => filterMembers(this.store.online(), this.filter()));
  private readonly offline = computed(() => filterMembers(this.store.offline(), this.filter()));
  protected readonly count = computed(() => this.online().length + this.offline().length);
  protected readonly groups = computed(() => {
    const [online, offline, drawn] = [this.online(), this.offline(), this.drawn()];
    return [
      {
        presence: 'online' as const,
        heading: t('rooms.onlineHeading', { count: online.length }),
        members: online.slice(0, drawn),
      },
      {
        presence: 'offline' as const,
        heading: t('rooms.offlineHeading', { count: offline.length }),
        members: offline.slice(0, Math.max(0, drawn - online.length)),
      },
    ].filter(({ members }) => members.length > 0);
  });

  /** Opens or closes the filter; closed, it filters nothing. */
  protected toggleFilter(): void {
    this.isFiltering.update((isOn) => !isOn);
    this.filter.set('');
  }

  /** The focus goes back to the button that opened it. */
  protected leaveFilter(event: Event): void {
    if (isComposing(event as KeyboardEvent)) return;
    this.toggleFilter();
    this.toggle()?.nativeElement.focus();
  }

  protected drawMore(): void {
    this.drawn.update((count) => count + CHUNK);
  }
}
