import { DestroyRef, inject, Injectable } from '@angular/core';
import type { View } from './row-window';
import { StreamWindow } from './stream-window';

/** Has the rows drawn that the place of the stream asks for, as it moves and as the rows find their sizes. */
@Injectable()
export class StreamDrawing {
  private readonly window = inject(StreamWindow);
  private readonly life = inject(DestroyRef);
  private stream: HTMLElement | undefined;
  private rows: HTMLElement | undefined;
  private isWaiting = false;

  /** @param rows holds one element for each row that is drawn */
  attach(stream: HTMLElement, rows: HTMLElement): void {
    this.stream = stream;
    this.rows = rows;
  }

  scrolled(): void {
    const view = this.view();
    if (view !== undefined) this.window.cover(view);
  }

  /** Everything is in its place. What else is to be drawn waits until this has been shown. */
  settled(): void {
    const view = this.view();
    if (this.rows === undefined || view === undefined) return;
    this.window.note(this.rows.children);
    if (this.isWaiting || !this.window.isShort(view)) return;
    this.isWaiting = true;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.isWaiting = false;
        if (!this.life.destroyed) this.scrolled();
      }),
    );
  }

  private view(): View | undefined {
    const { stream, rows } = this;
    if (stream === undefined || rows === undefined) return undefined;
    return { top: stream.getBoundingClientRect().top - rows.getBoundingClientRect().top, height: stream.clientHeight };
  }
}
