import { computed, signal } from '@angular/core';
import type { Identified } from './paged-list';

/** Which rows of a table are chosen, in the order in which they were. */
export class Selection<Item extends Identified> {
  private readonly chosen = signal<ReadonlyMap<string, Item>>(new Map());
  readonly items = computed(() => [...this.chosen().values()]);
  readonly count = computed(() => this.chosen().size);

  has(id: string): boolean {
    return this.chosen().has(id);
  }

  toggle(item: Item): void {
    this.chosen.update((chosen) => {
      const next = new Map(chosen);
      if (!next.delete(item.id)) next.set(item.id, item);
      return next;
    });
  }

  choose(items: readonly Item[]): void {
    this.chosen.set(new Map(items.map((item) => [item.id, item])));
  }

  clear(): void {
    this.chosen.set(new Map());
  }
}
