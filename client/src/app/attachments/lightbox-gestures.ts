import type { LightboxZoom, Point } from './lightbox-zoom';

const WHEEL = 0.002;
const SWIPE_PX = 60;

/** What fingers, mouse and wheel do on a picture: zoom where they are, move it when it is zoomed, else turn to the next. */
export class LightboxGestures {
  private readonly pointers = new Map<number, Point>();
  private begun: Point | undefined;

  constructor(
    private readonly stage: HTMLElement,
    private readonly zoom: LightboxZoom,
    private readonly turn: (by: 1 | -1) => void,
  ) {
    stage.addEventListener('wheel', (event) => this.rolled(event), { passive: false });
    stage.addEventListener('dblclick', (event) => this.zoom.toggle(this.at(event)));
    stage.addEventListener('pointerdown', (event) => this.down(event));
    stage.addEventListener('pointermove', (event) => this.moved(event));
    stage.addEventListener('pointerup', (event) => this.up(event));
    stage.addEventListener('pointercancel', ({ pointerId }) => this.pointers.delete(pointerId));
  }

  private rolled(event: WheelEvent): void {
    event.preventDefault();
    this.zoom.by(Math.exp(-event.deltaY * WHEEL), this.at(event));
  }

  private down(event: PointerEvent): void {
    if ((event.target as Element).closest('button') !== null) return;
    this.pointers.set(event.pointerId, this.at(event));
    this.begun = this.pointers.size === 1 ? this.at(event) : undefined;
    if (event.isTrusted) this.stage.setPointerCapture(event.pointerId);
  }

  private moved(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = this.at(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other !== undefined) this.zoom.by(distance(now, other) / Math.max(1, distance(before, other)), other);
    else if (this.zoom.isZoomed()) this.zoom.move({ x: now.x - before.x, y: now.y - before.y });
  }

  private up(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
    const { begun } = this;
    this.begun = undefined;
    if (begun === undefined || this.zoom.isZoomed() || event.pointerType === 'mouse') return;
    const by = this.at(event).x - begun.x;
    if (Math.abs(by) > SWIPE_PX) this.turn(by < 0 ? 1 : -1);
  }

  private at({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width, height } = this.stage.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
