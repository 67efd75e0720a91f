import { Directive, input, linkedSignal } from '@angular/core';

/** Less than this is a trembling hand. */
const STEP = 8;

/** On what scrolls: whether the reader goes down in it, so that what floats above can step aside. */
@Directive({
  selector: '[appScrolled]',
  exportAs: 'scrolled',
  host: { '(scroll)': 'follow($any($event.target).scrollTop)' },
})
export class HideOnScroll {
  /** A new list starts at its top again. */
  readonly appScrolled = input<unknown>();
  private last = 0;
  readonly isGoingDown = linkedSignal({ source: this.appScrolled, computation: () => false });

  protected follow(top: number): void {
    const moved = top - this.last;
    if (Math.abs(moved) < STEP && top > 0) return;
    this.isGoingDown.set(moved > 0 && top > STEP);
    this.last = top;
  }
}
