import { Directive, ElementRef, inject } from '@angular/core';
import { FrameStore } from './frame-store';
import { Levels } from './levels';
import { Viewport } from './ui/viewport';

const EDGE_PX = 24;
const FAR_PX = 64;

/**
 * On a phone a finger that comes in from the left edge closes the details, else goes one level up. Touches and not
 * pointers: a pointer is taken back as soon as the browser thinks of scrolling.
 */
@Directive({ selector: '[appEdgeSwipe]' })
export class EdgeSwipe {
  private readonly frame = inject(FrameStore);
  private readonly levels = inject(Levels);
  private readonly viewport = inject(Viewport);
  private start: Touch | undefined;

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    const options = { passive: true };
    nativeElement.addEventListener('touchstart', ({ touches }) => this.begin(touches), options);
    nativeElement.addEventListener('touchmove', ({ touches }) => this.move(touches), options);
    nativeElement.addEventListener('touchend', () => this.end(), options);
    nativeElement.addEventListener('touchcancel', () => this.end(), options);
  }

  private begin(touches: TouchList): void {
    const [finger, another] = [touches.item(0), touches.item(1)];
    const isSwipe = finger !== null && another === null && finger.clientX <= EDGE_PX && this.viewport.isCompact();
    this.start = isSwipe ? finger : undefined;
  }

  private move(touches: TouchList): void {
    const finger = touches.item(0);
    if (this.start === undefined || finger === null) return;
    const across = finger.clientX - this.start.clientX;
    const along = Math.abs(finger.clientY - this.start.clientY);
    if (along > Math.max(across, EDGE_PX)) this.end();
    else if (across >= FAR_PX) {
      this.end();
      if (this.frame.isInfoOpen()) this.frame.setInfo(false);
      else this.levels.up();
    }
  }

  private end(): void {
    this.start = undefined;
  }
}
