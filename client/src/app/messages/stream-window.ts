import { DOCUMENT } from '@angular/common';
import { computed, inject, Injectable, type Signal, signal, untracked } from '@angular/core';
import { RowHeights } from './row-heights';
import { type Drawn, nextRange, type Range, rowsAround, type View, withGaps } from './row-window';
import type { Row } from './rows';

/** Keys of the first and the last row that are drawn. */
interface Ends {
  /** Undefined: as many as fill a screen. */
  first?: string | undefined;
  /** Undefined: the last of all, whatever comes. */
  last?: string | undefined;
}

const NEWEST: Ends = {};

/** Which rows of a stream are drawn: those on screen and about a screen more on each side, however many there are. */
@Injectable()
export class StreamWindow {
  private readonly screen = inject(DOCUMENT).defaultView?.innerHeight ?? 0;
  private readonly heights = new RowHeights();
  private readonly source = signal<Signal<readonly Row[]>>(signal([]));
  private readonly isHeld = signal<(row: Row) => boolean>(() => false);
  private readonly ends = signal<Ends>(NEWEST);
  /** What is on the page. */
  private noted: readonly Drawn[] = [];
  private readonly range = computed<Range>(() => this.find(this.rows(), this.ends()));

  /** All rows, drawn or not. */
  readonly rows = computed(() => this.source()());
  /** Those on the page, top to bottom, with what stands in place of the others. */
  readonly drawn = computed<Drawn[]>(() =>
    withGaps(this.rows(), this.range(), (row) => this.heights.of(row), this.isHeld()),
  );

  /** @param isHeld says which rows stay drawn wherever they are; it may read signals */
  follow(rows: Signal<readonly Row[]>, isHeld: (row: Row) => boolean): void {
    this.source.set(rows);
    this.isHeld.set(isHeld);
  }

  isDrawn(row: Row): boolean {
    return untracked(this.drawn).includes(row);
  }

  /** Draws what fills the screen around a row, if there is such a one. */
  aim(fits: (row: Row) => boolean): void {
    const rows = untracked(this.rows);
    const index = rows.findIndex(fits);
    if (index >= 0) this.draw(rows, rowsAround(this.heightsOf(rows), index, this.screen / 2, this.screen));
  }

  /** Draws the newest rows, as many as fill the screen. */
  aimAtNewest(): void {
    this.ends.set(NEWEST);
  }

  /** Brings what is drawn nearer to what the view needs; nothing before what was decided last is on the page. */
  cover(view: View): void {
    if (untracked(this.drawn) !== this.noted) return;
    const next = this.next(view);
    if (next !== undefined) this.draw(untracked(this.rows), next);
  }

  /** Whether `cover` would change anything. */
  isShort(view: View): boolean {
    return this.next(view) !== undefined;
  }

  /** Remembers how high the rows are that stand on the page. @param elements one for each that is drawn */
  note(elements: HTMLCollection): void {
    const drawn = untracked(this.drawn);
    if (elements.length !== drawn.length) return;
    this.noted = drawn;
    for (const [index, row] of drawn.entries()) {
      if (row.kind !== 'gap') this.heights.note(row, elements[index]?.getBoundingClientRect().height ?? 0);
    }
  }

  private next(view: View): Range | undefined {
    const before = untracked(this.range);
    const { from, to } = nextRange(this.heightsOf(untracked(this.rows)), before, view);
    return from === before.from && to === before.to ? undefined : { from, to };
  }

  private draw(rows: readonly Row[], { from, to }: Range): void {
    // A day is told by the first message that is known of it, which changes as older ones come.
    const first = rows[from]?.kind === 'day' ? from + 1 : from;
    this.ends.set({ first: rows[first]?.key, last: to === rows.length ? undefined : rows[to - 1]?.key });
  }

  private find(rows: readonly Row[], { first, last }: Ends): Range {
    const to = last === undefined ? rows.length : rows.findIndex(({ key }) => key === last) + 1;
    const from = first === undefined ? -1 : rows.findIndex(({ key }) => key === first);
    if (from < 0) return rowsAround(this.heightsOf(rows), to === 0 ? rows.length : to, this.screen, 0);
    if (to === 0) return rowsAround(this.heightsOf(rows), from, 0, this.screen);
    return { from: rows[from - 1]?.kind === 'day' ? from - 1 : from, to };
  }

  private heightsOf(rows: readonly Row[]): number[] {
    return rows.map((row) => this.heights.of(row));
  }
}
