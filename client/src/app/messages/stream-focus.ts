import { afterRenderEffect, effect, Injectable, type Signal, untracked } from '@angular/core';

/** Keeps the focus in the stream when the row that has it goes, or is put elsewhere by what is drawn around it. */
@Injectable()
export class StreamFocus {
  /** The row that had the focus before what comes next was drawn. */
  private held: HTMLElement | null = null;

  /** @param drawn changes with what is drawn */
  follow(drawn: Signal<unknown>, stream: () => HTMLElement): void {
    // This runs before the rows are drawn anew, the other afterwards.
    effect(() => {
      drawn();
      this.held = untracked(() => rowOf(document.activeElement, stream));
    });
    afterRenderEffect(() => {
      drawn();
      const { held } = this;
      this.held = null;
      if (held !== null && isLost()) untracked(() => giveBack(held, stream()));
    });
  }
}

/** Nothing on the page has the focus. */
export function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function rowOf(element: Element | null, stream: () => HTMLElement): HTMLElement | null {
  const row = element?.closest('article') ?? null;
  return row !== null && stream().contains(row) ? row : null;
}

/** To the row itself; where it is gone, to the first that is on screen. */
function giveBack(row: HTMLElement, stream: HTMLElement): void {
  const top = stream.getBoundingClientRect().top;
  const next = [...stream.querySelectorAll('article')].find((one) => one.getBoundingClientRect().bottom > top);
  (row.isConnected ? row : next)?.focus({ preventScroll: true });
}
