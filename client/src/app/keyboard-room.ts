import { DOCUMENT, inject, Injectable } from '@angular/core';

/** Less is an address bar that comes or goes. */
const KEYBOARD_PX = 120;

/**
 * Where a keyboard on the screen lies over the page instead of making it smaller, the page ends above it, so that what is
 * written stays in sight.
 */
@Injectable({ providedIn: 'root' })
export class KeyboardRoom {
  constructor() {
    const view = inject(DOCUMENT).defaultView?.visualViewport;
    view?.addEventListener('resize', () => this.fit(view));
  }

  private fit({ height, scale }: VisualViewport): void {
    const { style } = document.documentElement;
    const isCovered = scale === 1 && innerHeight - height > KEYBOARD_PX;
    if (isCovered) style.setProperty('--app-height', `${height}px`);
    else style.removeProperty('--app-height');
    // The browser has moved the page up to show the field, which is in sight without that.
    if (isCovered) scrollTo(0, 0);
  }
}
