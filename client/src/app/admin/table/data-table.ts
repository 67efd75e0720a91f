import { ScrollingModule, VIRTUAL_SCROLLABLE } from '@angular/cdk/scrolling';
import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, model, signal, type TemplateRef, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { t, type TextKey } from '../../language/texts';
import { explain } from '../../sign-in/field-errors';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { MoreInView } from '../../ui/more-in-view';
import { Skeletons } from '../../ui/skeletons';
import type { Identified, PagedList } from './paged-list';
import type { Selection } from './selection';

export interface Sort<By extends string = string> {
  by: By;
  order: 'asc' | 'desc';
}

export interface Column {
  label: TextKey;
  /** What a list sorted by this column is asked for by. */
  sort?: string;
  /** `numbers` stand at the end; `wide` columns only where there is room; `quiet` ones have no visible head. */
  kind?: 'numbers' | 'wide' | 'wide numbers' | 'quiet';
}

/** Above this only the rows on screen are drawn. */
const MOST_DRAWN = 200;
/** With what is in them, rows take long to draw: those of a screen together would hold up what the reader does. */
const ROWS_A_FRAME = 3;
/** The rows of the tallest screen. */
const MOST_ON_SCREEN = 48;

/**
 * A table of the console inside of a `cdkVirtualScrollingElement`: a head that stays, rows of one height (their cells come
 * from a template), sorting, choosing, and what stands there when there is nothing. Columns are as wide as `--columns` says.
 */
@Component({
  selector: 'app-data-table',
  imports: [
    EmptyState,
    Icon,
    MatButtonModule,
    MatCheckboxModule,
    MoreInView,
    NgTemplateOutlet,
    ScrollingModule,
    Skeletons,
  ],
  templateUrl: './data-table.html',
  styleUrl: './data-table.scss',
})
export class DataTable<Item extends Identified, Query> {
  readonly label = input.required<string>();
  readonly list = input.required<PagedList<Item, Query>>();
  readonly columns = input.required<readonly Column[]>();
  readonly row = input.required<TemplateRef<{ $implicit: Item }>>();
  /** Pixels, the same for all of them. */
  readonly rowHeight = input(56);
  readonly sort = model<Sort>();
  /** Absent: rows cannot be chosen. */
  readonly selection = input<Selection<Item>>();
  /** What a row is called where it is chosen. */
  readonly nameOf = input<(item: Item) => string>(() => '');

  protected readonly t = t;
  protected readonly items = computed(() => [...this.list().items()]);
  protected readonly isLong = computed(() => (this.list().total() ?? this.items().length) > MOST_DRAWN);
  protected readonly areAllChosen = computed(() => {
    const [items, selection] = [this.items(), this.selection()];
    return items.length > 0 && items.every(({ id }) => selection?.has(id));
  });
  protected readonly reason = computed(() => {
    const problem = this.list().problem();
    return problem === null ? '' : explain(problem);
  });
  /** The rows before this one have their cells, those after it still wait for theirs. */
  protected readonly drawn = signal(ROWS_A_FRAME);
  protected readonly idOf = (_index: number, { id }: Item): string => id;

  constructor() {
    const scroller = inject(VIRTUAL_SCROLLABLE, { optional: true });
    effect(() => {
      this.list().question();
      untracked(() => scroller?.scrollTo({ top: 0 }));
    });
    effect(() => {
      if (this.items().length <= this.drawn()) return;
      const next = this.isLong() && this.drawn() >= MOST_ON_SCREEN ? Infinity : this.drawn() + ROWS_A_FRAME;
      requestAnimationFrame(() => this.drawn.set(next));
    });
  }

  protected sorted({ sort }: Column): 'ascending' | 'descending' | 'none' | null {
    if (sort === undefined) return null;
    const now = this.sort();
    if (now?.by !== sort) return 'none';
    return now.order === 'asc' ? 'ascending' : 'descending';
  }

  protected sortBy(by: string): void {
    const now = this.sort();
    this.sort.set({ by, order: now?.by === by && now.order === 'asc' ? 'desc' : 'asc' });
  }

  protected toggleAll(): void {
    if (this.areAllChosen()) this.selection()?.clear();
    else this.selection()?.choose(this.items());
  }
}
