import { Injectable, signal } from '@angular/core';

/** Whether the reader looks at this window: it is visible and has the focus. */
@Injectable({ providedIn: 'root' })
export class Attention {
  readonly isHere = signal(isHere());

  constructor() {
    const update = () => this.isHere.set(isHere());
    addEventListener('focus', update);
    addEventListener('blur', update);
    document.addEventListener('visibilitychange', update);
  }
}

function isHere(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
