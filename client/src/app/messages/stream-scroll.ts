import { afterNextRender, type Injector, signal } from '@angular/core';

const FOLLOW_PX = 120;
const LOAD_PX = 400;

/** Where the reader is in a stream: follows the bottom only when there, keeps the place when older messages come. */
export class StreamScroll {
  private stream: HTMLElement | undefined;
  private readonly sizes = new ResizeObserver(() => this.settle());
  private isFollowing = true;
  private isLoading = false;
  /** Height below the first line on screen, to be kept while rows are added above. */
  private kept: number | undefined;

  readonly isAtBottom = signal(true);
  /** More than one screen above the newest. */
  readonly isFarUp = signal(false);

  attach(stream: HTMLElement, content: HTMLElement): void {
    this.stream = stream;
    this.sizes.observe(stream);
    this.sizes.observe(content);
    this.settle();
  }

  detach(): void {
    this.sizes.disconnect();
  }

  /** After the reader scrolled. */
  measure(): void {
    const distance = this.toEnd();
    this.isFollowing = distance < FOLLOW_PX;
    this.isAtBottom.set(this.isFollowing);
    this.isFarUp.set(distance > (this.stream?.clientHeight ?? 0));
  }

  isNearTop(): boolean {
    return (this.stream?.scrollTop ?? 0) < LOAD_PX;
  }

  isNearBottom(): boolean {
    return this.toEnd() < LOAD_PX;
  }

  /** After rows or sizes changed: stays with the bottom, or with the kept place. */
  settle(): void {
    if (this.stream === undefined) return;
    if (this.kept !== undefined) this.stream.scrollTop = this.stream.scrollHeight - this.kept;
    else if (this.isFollowing) this.stream.scrollTop = this.stream.scrollHeight;
    this.isFarUp.set(this.toEnd() > this.stream.clientHeight);
  }

  /** Stops following, because something else is to be looked at. */
  letGo(): void {
    this.isFollowing = false;
    this.isAtBottom.set(false);
  }

  toBottom(injector: Injector): void {
    this.isFollowing = true;
    this.isAtBottom.set(true);
    afterNextRender(() => this.settle(), { injector });
    this.settle();
  }

  /** Loads what stands above without moving what is on screen. */
  async keepPlace(load: () => Promise<void>, injector: Injector): Promise<void> {
    await this.loadOnce(async () => {
      const { stream } = this;
      if (stream === undefined) return;
      this.kept = stream.scrollHeight - stream.scrollTop;
      try {
        await load();
        await new Promise<void>((resolve) => afterNextRender(() => resolve(), { injector }));
        this.settle();
      } finally {
        this.kept = undefined;
      }
    });
  }

  /** One load at a time; a failed one is tried again by the next scroll. */
  async loadOnce(load: () => Promise<void>): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    try {
      await load();
    } catch {
      // The rows on screen stay; scrolling on asks again.
    } finally {
      this.isLoading = false;
    }
  }

  private toEnd(): number {
    if (this.stream === undefined) return 0;
    return this.stream.scrollHeight - this.stream.scrollTop - this.stream.clientHeight;
  }
}
