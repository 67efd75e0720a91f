import { computed, debounced, signal } from '@angular/core';
import type { Sort } from './data-table';

const SETTLE_MS = 200;
/** What is sorted by words goes from A to Z at first, everything else from the largest and latest on. */
const WORDS: readonly string[] = ['name', 'title'];

/** What is asked of a list: words, one kind of what there is, an order. For an injection context. */
export class ListWish<Kind extends string = string, By extends string = string> {
  readonly search = signal('');
  readonly kind = signal<Kind | 'all'>('all');
  readonly sort;
  /** Words as they are once one has stopped typing; undefined when there are none. */
  readonly words;
  readonly isNarrowed = computed(() => this.search().trim() !== '' || this.kind() !== 'all');

  /** @param sorts what it can be sorted by, at first by the first */
  constructor(private readonly sorts: readonly [By, ...By[]]) {
    this.sort = signal<Sort<By>>({ by: sorts[0], order: orderOf(sorts[0]) });
    const settled = debounced(this.search, SETTLE_MS);
    this.words = computed(() => (settled.hasValue() ? settled.value().trim() || undefined : undefined));
  }

  /** Sorts as the head of a table says. */
  take(sort: Sort | undefined): void {
    const by = this.sorts.find((one) => one === sort?.by);
    if (sort !== undefined && by !== undefined) this.sort.set({ by, order: sort.order });
  }

  sortBy(by: By): void {
    this.sort.set({ by, order: orderOf(by) });
  }

  showAll(): void {
    this.search.set('');
    this.kind.set('all');
  }
}

function orderOf(by: string): 'asc' | 'desc' {
  return WORDS.includes(by) ? 'asc' : 'desc';
}
