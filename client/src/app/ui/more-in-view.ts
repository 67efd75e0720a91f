import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

const AHEAD = '600px';

/** Stands at the end of a list: says so when it comes near the screen, and again each time that it does. */
@Directive({ selector: '[appMoreInView]' })
export class MoreInView {
  readonly appMoreInView = output();

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    const near = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) this.appMoreInView.emit();
      },
      { rootMargin: AHEAD },
    );
    near.observe(nativeElement);
    inject(DestroyRef).onDestroy(() => near.disconnect());
  }
}
