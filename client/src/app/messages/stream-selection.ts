import { computed, Injectable, type Signal, signal } from '@angular/core';
import type { Row } from './rows';

/** The one row that Tab stops at: the one that had the focus last, else the newest. */
@Injectable()
export class StreamSelection {
  private readonly rows = signal<Signal<readonly Row[]> | undefined>(undefined);
  private readonly chosen = signal<string | null>(null);

  readonly key = computed(() => {
    const rows = this.rows()?.() ?? [];
    const chosen = this.chosen();
    const isThere = chosen !== null && rows.some(({ kind, key }) => kind === 'message' && key === chosen);
    return isThere ? chosen : rows.findLast(({ kind }) => kind === 'message')?.key;
  });

  follow(rows: Signal<readonly Row[]>): void {
    this.rows.set(rows);
  }

  choose(key: string | null): void {
    this.chosen.set(key);
  }
}
