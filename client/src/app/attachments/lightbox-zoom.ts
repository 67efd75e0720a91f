import { computed, signal } from '@angular/core';

/** A point or a distance on screen, in pixels; points are counted from the middle of the stage. */
export interface Point {
  x: number;
  y: number;
}

const MOST = 6;
const STEP = 1.5;
const TWICE = 2.5;
const MIDDLE: Point = { x: 0, y: 0 };

/** How large a picture is shown, and which part of it. It never leaves the stage. */
export class LightboxZoom {
  /** 1 shows the whole picture. */
  readonly scale = signal(1);
  private readonly shift = signal<Point>(MIDDLE);
  readonly isZoomed = computed(() => this.scale() > 1);
  readonly canGrow = computed(() => this.scale() < MOST);
  readonly transform = computed(() => `translate(${this.shift().x}px, ${this.shift().y}px) scale(${this.scale()})`);

  /** @param room how far the picture may be moved to each side at a scale */
  constructor(private readonly room: (scale: number) => Point) {}

  grow(at: Point = MIDDLE): void {
    this.to(this.scale() * STEP, at);
  }

  shrink(): void {
    this.to(this.scale() / STEP, MIDDLE);
  }

  reset(): void {
    this.to(1, MIDDLE);
  }

  /** Close to what was pointed at, or back to the whole. */
  toggle(at: Point): void {
    this.to(this.isZoomed() ? 1 : TWICE, at);
  }

  /** Times `factor`; what is at `at` stays there. */
  by(factor: number, at: Point): void {
    this.to(this.scale() * factor, at);
  }

  move({ x, y }: Point): void {
    const before = this.shift();
    this.keep({ x: before.x + x, y: before.y + y });
  }

  private to(wanted: number, at: Point): void {
    const scale = Math.min(MOST, Math.max(1, wanted));
    const ratio = scale / this.scale();
    const { x, y } = this.shift();
    this.scale.set(scale);
    this.keep({ x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio });
  }

  private keep({ x, y }: Point): void {
    const room = this.room(this.scale());
    this.shift.set({ x: within(x, room.x), y: within(y, room.y) });
  }
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value)) || 0;
}
