import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { t } from '../language/texts';
import { DraftPlaces } from '../posts/draft-places';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { ShortTimePipe } from '../ui/short-time';
import { Viewport } from '../ui/viewport';
import { LatestLine } from './latest-line';
import type { KnownRoom } from './room-state';
import { RoomStore } from './room-store';

/** One of the reader's rooms: its newest message and what is unread. */
@Component({
  selector: 'app-room-row',
  imports: [Avatar, Badge, Icon, RouterLink, ShortTimePipe],
  templateUrl: './room-row.html',
  styleUrl: './room-row.scss',
})
export class RoomRow {
  readonly room = input.required<KnownRoom>();
  protected readonly t = t;
  protected readonly viewport = inject(Viewport);
  private readonly store = inject(RoomStore);
  private readonly drafts = inject(DraftPlaces);
  private readonly latestLine = inject(LatestLine);

  protected readonly unread = computed(() => this.store.unreadIn(this.room().id));
  protected readonly hasDraft = computed(() => this.drafts.isInRoom(this.room().id));
  protected readonly language = computed(() => languageOf(this.room().name));
  protected readonly latest = computed(() => this.latestLine.of(this.room()));
  protected readonly latestLanguage = computed(() => languageOf(this.latest()));
}
