import { afterNextRender, Directive, ElementRef, inject } from '@angular/core';

/** Takes the focus as soon as it is there; Material waits for the animation and may take it from what is being typed. */
@Directive({ selector: '[appInitialFocus]' })
export class InitialFocus {
  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => {
      nativeElement.focus();
    });
  }
}
