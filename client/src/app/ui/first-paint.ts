import { afterNextRender, Injectable, signal } from '@angular/core';

/** The first page on screen. What nobody came for waits until it stands there; afterwards everything is drawn at once. */
@Injectable({ providedIn: 'root' })
export class FirstPaint {
  private readonly over = signal(false);
  readonly isOver = this.over.asReadonly();

  constructor() {
    // The frame after next begins once the first one has been shown.
    afterNextRender(() => requestAnimationFrame(() => requestAnimationFrame(() => this.over.set(true))));
  }
}
