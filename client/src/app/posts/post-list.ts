import { CdkVirtualScrollableElement } from '@angular/cdk/scrolling';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatChipsModule } from '@angular/material/chips';
import { MatTooltipModule } from '@angular/material/tooltip';
import { t, written } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import { CurrentRoom } from '../rooms/current-room';
import { RoomHead } from '../rooms/room-head';
import { EmptyState } from '../ui/empty-state';
import { FilterBox } from '../ui/filter-box';
import { HideOnScroll } from '../ui/hide-on-scroll';
import { Icon } from '../ui/icon';
import { languageOf } from '../ui/language';
import { LongRows } from '../ui/long-rows';
import { Skeletons } from '../ui/skeletons';
import { Viewport } from '../ui/viewport';
import { NewPost } from './new-post';
import { PostFilter } from './post-filter';
import { PostFilterMenu } from './post-filter-menu';
import { PostRow } from './post-row';

const TAGS_SHOWN = 3;
/** Pixels, as the rows are styled. */
const ROW_HEIGHT = { compact: 65, other: 60 };

/** The left sidebar inside a room: its chat and its posts. */
@Component({
  selector: 'app-post-list',
  imports: [
    CdkVirtualScrollableElement,
    EmptyState,
    FilterBox,
    HideOnScroll,
    Icon,
    LongRows,
    MatButtonModule,
    MatChipsModule,
    MatTooltipModule,
    PostFilterMenu,
    PostRow,
    RoomHead,
    Skeletons,
  ],
  templateUrl: './post-list.html',
  styleUrl: './post-list.scss',
})
export class PostList {
  protected readonly t = t;
  protected readonly written = written;
  protected readonly current = inject(CurrentRoom);
  protected readonly viewport = inject(Viewport);
  protected readonly newPost = inject(NewPost);
  protected readonly filter = inject(PostFilter);
  private readonly people = inject(PeopleStore);
  private readonly allTagsFor = signal<string | undefined>(undefined);

  protected readonly languageOf = languageOf;
  protected readonly rowHeight = computed(() => (this.viewport.isCompact() ? ROW_HEIGHT.compact : ROW_HEIGHT.other));
  /** On a phone the chips go on sideways; elsewhere the first few and how many more. */
  protected readonly tags = computed(() => {
    const [all, chosen] = [this.filter.tags(), this.filter.tag()];
    if (this.viewport.isCompact() || this.allTagsFor() === this.current.room()?.id) return all;
    const first = all.slice(0, TAGS_SHOWN);
    return chosen === null || first.includes(chosen) ? first : [chosen, ...first.slice(0, -1)];
  });
  protected readonly moreTags = computed(() => this.filter.tags().length - this.tags().length);

  constructor() {
    effect(() => this.people.need(this.current.topics().map(({ authorId }) => authorId)));
  }

  protected showAllTags(): void {
    this.allTagsFor.set(this.current.room()?.id);
  }
}
