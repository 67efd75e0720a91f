import { afterNextRender, inject, Injectable, Injector, type Signal, signal } from '@angular/core';
import type { MessageStore } from './message-store';
import type { StreamScroll } from './stream-scroll';

/** The stream as it is on screen. */
interface StreamView {
  store: Signal<MessageStore>;
  scroll: StreamScroll;
  element: () => HTMLElement;
}

/** Brings the reader to a place in the stream, fetching it first where it is not there. */
@Injectable()
export class StreamJumps {
  private readonly injector = inject(Injector);
  private view: StreamView | undefined;

  /** Number of the message that was jumped to last. */
  readonly jumpedTo = signal<number | undefined>(undefined);

  follow(view: StreamView): void {
    this.view = view;
  }

  async toNewest(): Promise<void> {
    await this.view?.store().loadNewest();
    this.view?.scroll.toBottom(this.injector);
  }

  /** To the message that an address names; it takes the focus. */
  async toMessage(seq: number): Promise<void> {
    this.view?.scroll.letGo();
    await this.view?.store().loadAround(seq);
    this.jumpedTo.set(seq);
    this.show((element) => {
      const row = element.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
      return row !== null;
    });
  }

  /** To the New line, which stands before this message; to the newest where there is none. */
  async toFirstNew(seq: number): Promise<void> {
    this.view?.scroll.letGo();
    await this.view
      ?.store()
      .loadAround(seq)
      .catch(() => undefined);
    this.show((element) => {
      const line = element.querySelector('.new');
      line?.scrollIntoView({ block: 'start' });
      return line !== null;
    });
  }

  private show(bring: (element: HTMLElement) => boolean): void {
    afterNextRender(
      () => {
        if (this.view === undefined) return;
        if (bring(this.view.element())) this.view.scroll.measure();
        else this.view.scroll.toBottom(this.injector);
      },
      { injector: this.injector },
    );
  }
}
