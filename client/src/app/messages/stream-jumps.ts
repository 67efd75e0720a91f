import { afterNextRender, DestroyRef, inject, Injectable, Injector, type Signal, signal } from '@angular/core';
import { Notice } from '../ui/notice';
import type { MessageStore } from './message-store';
import type { StreamScroll } from './stream-scroll';
import { StreamWindow } from './stream-window';

/** The stream as it is on screen. */
interface StreamView {
  store: Signal<MessageStore>;
  scroll: StreamScroll;
  element: () => HTMLElement;
}

/** The wash fades over 1.6 s; the bar that stands for it where nothing may move is gone after this. */
const MARKED_MS = 3_000;

/** Brings the reader to a place in the stream, fetching it first where it is not there. */
@Injectable()
export class StreamJumps {
  private readonly injector = inject(Injector);
  private readonly notice = inject(Notice);
  private readonly life = inject(DestroyRef);
  private readonly window = inject(StreamWindow);
  private view: StreamView | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Number of the message that was jumped to a moment ago. */
  readonly jumpedTo = signal<number | undefined>(undefined);

  /** On the way to a place that has yet to be fetched. */
  readonly isFetching = signal(false);
  /** On the way to a place: nothing else is to be fetched meanwhile. */
  isJumping = false;

  constructor() {
    this.life.onDestroy(() => clearTimeout(this.timer));
  }

  follow(view: StreamView): void {
    this.view = view;
  }

  toNewest(): Promise<void> {
    return this.jump(async () => {
      if (!(await this.load((store) => store.loadNewest()))) return;
      this.window.aimAtNewest();
      await this.drawn(({ scroll }) => scroll.toBottom());
    });
  }

  /** To the message that an address names; it takes the focus. */
  toMessage(seq: number): Promise<void> {
    return this.jump(async () => {
      this.view?.scroll.letGo();
      if (!(await this.load((store) => store.loadAround(seq)))) return;
      this.mark(seq);
      this.window.aim((row) => row.kind === 'message' && row.message?.seq === seq);
      await this.drawn(({ element, scroll }) => {
        const row = element().querySelector<HTMLElement>(`[data-seq="${seq}"]`);
        row?.scrollIntoView({ block: 'center' });
        row?.focus({ preventScroll: true });
        settle(scroll, row);
      });
    });
  }

  /** To the New line, which stands before this message; to the newest where there is none. */
  toFirstNew(seq: number): Promise<void> {
    return this.jump(async () => {
      this.view?.scroll.letGo();
      await this.load((store) => store.loadAround(seq));
      this.window.aim(({ kind }) => kind === 'new');
      await this.drawn(({ element, scroll }) => {
        const line = element().querySelector('.new');
        line?.scrollIntoView({ block: 'start' });
        settle(scroll, line);
      });
    });
  }

  private async jump(go: () => Promise<void>): Promise<void> {
    this.isJumping = true;
    try {
      await go();
    } finally {
      this.isJumping = false;
    }
  }

  /** False, and said, when the place could not be fetched; false without a word when the stream has been left. */
  private async load(fetch: (store: MessageStore) => Promise<void>): Promise<boolean> {
    const store = this.view?.store();
    if (store === undefined) return false;
    this.isFetching.set(true);
    const isDone = await this.notice.attempt(() => fetch(store).catch((error: unknown) => this.unlessLeft(error)));
    this.isFetching.set(false);
    return isDone && !this.life.destroyed;
  }

  private unlessLeft(error: unknown): void {
    if (!this.life.destroyed) throw error;
  }

  private mark(seq: number): void {
    clearTimeout(this.timer);
    this.jumpedTo.set(seq);
    this.timer = setTimeout(() => this.jumpedTo.set(undefined), MARKED_MS);
  }

  private drawn(bring: (view: StreamView) => void): Promise<void> {
    if (this.life.destroyed) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        if (this.view !== undefined) bring(this.view);
        resolve();
      };
      afterNextRender(done, { injector: this.injector });
    });
  }
}

function settle(scroll: StreamScroll, found: Element | null): void {
  if (found === null) scroll.toBottom();
  else scroll.measure();
}
