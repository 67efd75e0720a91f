import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

const PRESS_MS = 400;
const MOVED_PX = 10;
const ENDINGS = ['pointerup', 'pointercancel', 'pointermove', 'scroll'] as const;

/** A finger that stays where it is for 400 ms. Lifting it afterwards clicks nothing. */
@Directive({ selector: '[appLongPress]' })
export class LongPress {
  readonly appLongPress = output<PointerEvent>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private start: PointerEvent | undefined;
  private isDone = false;

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    const begin = (event: PointerEvent) => this.begin(event);
    const end = (event: Event) => this.end(event);
    const still = (event: MouseEvent) => this.swallow(event);
    // Not by the template: nothing is to be drawn anew for every move of a pointer.
    nativeElement.addEventListener('pointerdown', begin);
    nativeElement.addEventListener('click', still, { capture: true });
    // Else the browser makes a click of it, which would land on what was opened under the finger.
    nativeElement.addEventListener('touchend', (event) => this.isDone && event.preventDefault(), { passive: false });
    for (const name of ENDINGS) nativeElement.addEventListener(name, end, { passive: true, capture: true });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  private begin(event: PointerEvent): void {
    clearTimeout(this.timer);
    this.isDone = false;
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    this.start = event;
    this.timer = setTimeout(() => {
      this.isDone = true;
      this.appLongPress.emit(event);
    }, PRESS_MS);
  }

  private end(event: Event): void {
    const isStill = event instanceof PointerEvent && event.type === 'pointermove' && !this.hasMoved(event);
    if (!isStill) clearTimeout(this.timer);
  }

  private hasMoved({ clientX, clientY }: PointerEvent): boolean {
    const { start } = this;
    return start === undefined || Math.hypot(clientX - start.clientX, clientY - start.clientY) > MOVED_PX;
  }

  private swallow(event: MouseEvent): void {
    if (!this.isDone) return;
    this.isDone = false;
    event.preventDefault();
    event.stopPropagation();
  }
}
