import { signal } from '@angular/core';

const FOLLOW_PX = 120;
const LOAD_PX = 1_200;
const ROW = 'app-message-row';
/** A box that is measured for a moment clamps the stream below it: who did not touch it did not scroll. */
const TOUCH_MS = 1_500;
const CLAMPED_PX = 300;
const TOUCHES = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'pointermove'] as const;

/** A row on screen, and how far below the top edge it begins. */
interface Anchor {
  row: HTMLElement;
  top: number;
}

/** A message, and how many pixels below the top edge it begins; above the edge it is negative. */
export interface StreamPlace {
  seq: number;
  top: number;
}

/**
 * Where the reader is in a stream. At the bottom it stays there; elsewhere the first row on screen stays where it is,
 * whatever grows, shrinks or is put in above it.
 */
export class StreamScroll {
  private stream: HTMLElement | undefined;
  private readonly sizes = new ResizeObserver(() => this.settle());
  private isFollowing = true;
  /** Where the stream stood when it was last looked at. */
  private top = 0;
  private touchedAt = -Infinity;
  private anchor: Anchor | undefined;

  readonly isAtBottom = signal(true);
  /** More than one screen above the newest. */
  readonly isFarUp = signal(false);

  /**
   * @param settled called after sizes changed and everything is in its place again
   * @param isEnd whether nothing more is below; only then there is a bottom to stay at
   */
  constructor(
    private readonly settled: () => void = () => undefined,
    private readonly isEnd: () => boolean = () => true,
  ) {}

  attach(stream: HTMLElement, content: HTMLElement): void {
    this.stream = stream;
    for (const name of TOUCHES) stream.addEventListener(name, (event) => this.touched(event), { passive: true });
    this.sizes.observe(stream);
    this.sizes.observe(content);
    this.settle();
  }

  detach(): void {
    this.sizes.disconnect();
  }

  /** After the reader scrolled, or was brought somewhere. */
  measure(): void {
    if (this.stream === undefined) return;
    const { scrollTop, clientHeight } = this.stream;
    const hasStayed = this.isFollowing && !this.hasGoneUp(this.top - scrollTop);
    this.isFollowing = this.isEnd() && (hasStayed || this.toEnd() < FOLLOW_PX);
    this.top = scrollTop;
    if (hasStayed && this.isFollowing && this.toEnd() > 0) this.settle();
    this.anchor = this.isFollowing ? undefined : this.firstOnScreen();
    this.isAtBottom.set(this.isFollowing);
    this.isFarUp.set(this.toEnd() > clientHeight);
  }

  /** Number of the first message on screen; undefined while the newest are looked at. */
  firstSeq(): number | undefined {
    const seq = this.anchor?.row.querySelector<HTMLElement>('article')?.dataset['seq'];
    return seq === undefined ? undefined : Number(seq);
  }

  /** Where the reader is; undefined while the newest are looked at. */
  place(): StreamPlace | undefined {
    const seq = this.firstSeq();
    return seq === undefined ? undefined : { seq, top: this.anchor?.top ?? 0 };
  }

  /** Brings a row to where it was before. */
  bringTo(row: HTMLElement, top: number): void {
    if (this.stream !== undefined) this.stream.scrollTop += this.topOf(row) - top;
    this.measure();
  }

  isNearTop(): boolean {
    return (this.stream?.scrollTop ?? 0) < LOAD_PX;
  }

  isNearBottom(): boolean {
    return this.toEnd() < LOAD_PX;
  }

  /** After sizes changed, before anything is painted. */
  settle(): void {
    const { stream, anchor } = this;
    if (stream === undefined) return;
    if (this.isFollowing && this.isEnd()) stream.scrollTop = stream.scrollHeight;
    else if (anchor?.row.isConnected === true) stream.scrollTop += this.topOf(anchor.row) - anchor.top;
    else this.anchor = this.firstOnScreen();
    this.top = stream.scrollTop;
    this.isFarUp.set(this.toEnd() > stream.clientHeight);
    this.settled();
  }

  /** Stops following, because something else is to be looked at. */
  letGo(): void {
    this.isFollowing = false;
    this.anchor = this.firstOnScreen();
    this.isAtBottom.set(false);
  }

  toBottom(): void {
    this.isFollowing = true;
    this.anchor = undefined;
    this.isAtBottom.set(true);
    this.settle();
  }

  /** Rows that came since are no scrolling: only who went up leaves the bottom. */
  private hasGoneUp(by: number): boolean {
    return by > 0 && (by > CLAMPED_PX || performance.now() - this.touchedAt < TOUCH_MS);
  }

  private touched({ type, buttons }: Event & Partial<PointerEvent>): void {
    if (type !== 'pointermove' || buttons !== 0) this.touchedAt = performance.now();
  }

  private toEnd(): number {
    if (this.stream === undefined) return 0;
    return this.stream.scrollHeight - this.stream.scrollTop - this.stream.clientHeight;
  }

  private firstOnScreen(): Anchor | undefined {
    const rows = this.stream?.querySelectorAll<HTMLElement>(ROW) ?? [];
    let [from, to] = [0, rows.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const row = rows[middle];
      if (row !== undefined && this.topOf(row) + row.offsetHeight > 0) to = middle;
      else from = middle + 1;
    }
    const row = rows[from];
    if (row === undefined) return undefined;
    const top = this.topOf(row);
    return top < (this.stream?.clientHeight ?? 0) ? { row, top } : undefined;
  }

  private topOf(row: HTMLElement): number {
    return row.getBoundingClientRect().top - (this.stream?.getBoundingClientRect().top ?? 0);
  }
}
