import { Component, computed, type ElementRef, input, model, viewChild } from '@angular/core';
import { t } from '../language/texts';
import { type Crop, dragged, placement, type Size, zoomed } from './crop';

const KEY_STEP = 12;
const KEY_ZOOM = 1.1;
const WHEEL_ZOOM = 1.0015;

const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: KEY_STEP, y: 0 },
  ArrowRight: { x: -KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: KEY_STEP },
  ArrowDown: { x: 0, y: -KEY_STEP },
};

/** The picture under its frame: drag, pinch, wheel, arrow keys, plus and minus. */
@Component({
  selector: 'app-crop-stage',
  template: `
    <div
      #stage
      class="stage"
      role="application"
      tabindex="0"
      [attr.aria-label]="t('settings.cropStage')"
      aria-describedby="crop-hint"
      (pointerdown)="hold($event)"
      (pointermove)="drag($event)"
      (pointerup)="release($event)"
      (pointercancel)="release($event)"
      (wheel)="turn($event)"
      (keydown)="press($event)"
    >
      <img
        alt=""
        draggable="false"
        [src]="url()"
        [style.width.%]="place().width"
        [style.height.%]="place().height"
        [style.left.%]="place().left"
        [style.top.%]="place().top"
      />
      <div class="frame" [class.round]="isRound()"></div>
    </div>
  `,
  styleUrl: './crop-stage.scss',
})
export class CropStage {
  protected readonly t = t;
  readonly url = input.required<string>();
  readonly size = input.required<Size>();
  readonly crop = model.required<Crop>();
  readonly isRound = input(true);
  private readonly stage = viewChild.required<ElementRef<HTMLElement>>('stage');
  /** Fingers or the mouse on the picture. */
  private readonly held = new Map<number, { x: number; y: number }>();

  /** In hundredths of the frame, so that it need not be measured. */
  protected readonly place = computed(() => placement(this.size(), this.crop(), 100));

  protected hold(event: PointerEvent): void {
    this.stage().nativeElement.setPointerCapture(event.pointerId);
    this.held.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  protected drag(event: PointerEvent): void {
    const before = this.held.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.held].find(([id]) => id !== event.pointerId)?.[1];
    this.held.set(event.pointerId, now);
    const share = other === undefined ? 1 : 2;
    this.move({ x: (now.x - before.x) / share, y: (now.y - before.y) / share });
    if (other !== undefined) this.zoomBy(distance(now, other) / Math.max(1, distance(before, other)));
  }

  protected release({ pointerId }: PointerEvent): void {
    this.held.delete(pointerId);
  }

  protected turn(event: WheelEvent): void {
    event.preventDefault();
    this.zoomBy(WHEEL_ZOOM ** -event.deltaY);
  }

  protected press(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) this.move(arrow);
    else if (event.key === '+' || event.key === '=') this.zoomBy(KEY_ZOOM);
    else if (event.key === '-') this.zoomBy(1 / KEY_ZOOM);
    else return;
    event.preventDefault();
  }

  private move(by: { x: number; y: number }): void {
    const frame = this.stage().nativeElement.clientWidth;
    this.crop.update((crop) => dragged(this.size(), crop, by, frame));
  }

  private zoomBy(factor: number): void {
    this.crop.update((crop) => zoomed(this.size(), crop, crop.zoom * factor));
  }
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
