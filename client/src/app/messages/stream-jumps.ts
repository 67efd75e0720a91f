import { afterNextRender, DestroyRef, inject, Injectable, Injector, type Signal, signal } from '@angular/core';
import { Notice } from '../ui/notice';
import type { MessageStore } from './message-store';
import type { StreamPlace, StreamScroll } from './stream-scroll';
import { StreamWindow } from './stream-window';

/** The stream as it is on screen. */
interface StreamView {
  store: Signal<MessageStore>;
  scroll: StreamScroll;
  element: () => HTMLElement;
}

/** A way to a place: what has to be there, which rows are drawn, and what is done once they are. */
interface Jump {
  fetch: (store: MessageStore) => Promise<void>;
  aim: () => void;
  bring: (view: StreamView) => void;
  /** Goes as near as it can where the place could not be fetched. */
  isTried?: boolean;
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
  /** On the way to a place, until it is on screen or could not be fetched: nothing else is to be fetched meanwhile. */
  readonly isJumping = signal(false);
  /** Who asks to be brought elsewhere while on the way is brought only there. */
  private latest = 0;

  constructor() {
    this.life.onDestroy(() => clearTimeout(this.timer));
  }

  follow(view: StreamView): void {
    this.view = view;
  }

  toNewest(): Promise<void> {
    return this.jump({
      fetch: (store) => store.loadNewest(),
      aim: () => this.window.aimAtNewest(),
      bring: ({ scroll }) => scroll.toBottom(),
    });
  }

  /** To the message that an address names; it takes the focus. */
  toMessage(seq: number): Promise<void> {
    this.view?.scroll.letGo();
    return this.jump({
      fetch: (store) => store.loadAround(seq),
      aim: () => {
        this.mark(seq);
        this.aimAt(seq);
      },
      bring: ({ element, scroll }) => {
        const row = element().querySelector<HTMLElement>(`[data-seq="${seq}"]`);
        row?.scrollIntoView({ block: 'center' });
        row?.focus({ preventScroll: true });
        settle(scroll, row);
      },
    });
  }

  /** To where the stream was left. */
  toPlace({ seq, top }: StreamPlace): Promise<void> {
    this.view?.scroll.letGo();
    return this.jump({
      fetch: (store) => store.loadAround(seq),
      aim: () => this.aimAt(seq),
      bring: ({ element, scroll }) => {
        const row = element().querySelector(`[data-seq="${seq}"]`)?.closest<HTMLElement>('app-message-row') ?? null;
        if (row === null) scroll.toBottom();
        else scroll.bringTo(row, top);
      },
    });
  }

  /** To the New line, which stands before this message; to the newest where there is none. */
  toFirstNew(seq: number): Promise<void> {
    this.view?.scroll.letGo();
    return this.jump({
      fetch: (store) => store.loadAround(seq),
      aim: () => this.window.aim(({ kind }) => kind === 'new'),
      bring: ({ element, scroll }) => {
        const line = element().querySelector('.new');
        line?.scrollIntoView({ block: 'start' });
        settle(scroll, line);
      },
      isTried: true,
    });
  }

  private aimAt(seq: number): void {
    this.window.aim((row) => row.kind === 'message' && row.message?.seq === seq);
  }

  private async jump({ fetch, aim, bring, isTried = false }: Jump): Promise<void> {
    const turn = ++this.latest;
    const isLatest = () => turn === this.latest && !this.life.destroyed;
    this.isJumping.set(true);
    this.isFetching.set(true);
    const isThere = await this.load(fetch);
    if (!isLatest()) return;
    this.isFetching.set(false);
    if (isThere || isTried) {
      aim();
      await this.drawn((view) => {
        if (isLatest()) bring(view);
      });
    }
    if (isLatest()) this.isJumping.set(false);
  }

  /** False, and said, when the place could not be fetched; nothing is said when the stream has been left. */
  private async load(fetch: (store: MessageStore) => Promise<void>): Promise<boolean> {
    const store = this.view?.store();
    if (store === undefined) return false;
    return this.notice.attempt(() => fetch(store).catch((error: unknown) => this.unlessLeft(error)));
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
