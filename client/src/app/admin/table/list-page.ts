import { CdkVirtualScrollableElement } from '@angular/cdk/scrolling';
import { Component, computed, inject, input } from '@angular/core';
import { MatChipsModule } from '@angular/material/chips';
import { t, type TextKey, written } from '../../language/texts';
import { OpenLists } from '../../open-lists';
import { type Choice, ChoiceMenu } from '../../ui/choice-menu';
import { FilterBox } from '../../ui/filter-box';
import { Viewport } from '../../ui/viewport';
import type { ListWish } from './list-wish';
import type { Identified, PagedList } from './paged-list';

/** One kind of what a list holds, and how many of it there are. */
export interface KindChip<Kind extends string = string> {
  kind: Kind;
  label: string;
  count?: number | undefined;
}

/**
 * A page of the console around a table: what it lists, and what it is narrowed and sorted by. Projected: buttons beside the
 * title (`action`), more to narrow it by (`filter`), and the table.
 */
@Component({
  selector: 'app-list-page',
  imports: [ChoiceMenu, FilterBox, MatChipsModule, OpenLists],
  hostDirectives: [CdkVirtualScrollableElement],
  templateUrl: './list-page.html',
  styleUrl: './list-page.scss',
})
export class ListPage<Kind extends string, By extends string> {
  readonly heading = input.required<string>();
  /** Below the heading. */
  readonly summary = input('');
  readonly wish = input.required<ListWish<Kind, By>>();
  readonly list = input.required<Pick<PagedList<Identified, unknown>, 'state' | 'total'>>();
  readonly searchLabel = input.required<string>();
  /** Says how many there are, by `count`. */
  readonly found = input.required<TextKey>();
  readonly chips = input<readonly KindChip<Kind | 'all'>[]>([]);
  readonly sorts = input<readonly Choice<By>[]>([]);
  /** Something projected narrows it. */
  readonly isFiltered = input(false);

  protected readonly t = t;
  protected readonly written = written;
  protected readonly viewport = inject(Viewport);
  protected readonly told = computed(() => {
    const isNarrowed = this.wish().isNarrowed() || this.isFiltered();
    return isNarrowed && this.list().state() === 'ready' ? t(this.found(), { count: this.list().total() ?? 0 }) : '';
  });
}
