import { DestroyRef, inject, Injectable, Injector, afterNextRender } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { WindowParts, type WindowPart } from './window-parts';

const TRIES = 20;
const PAUSE_MS = 50;

/** A page may take away what had the focus. Then the focus stays in the same part of the window instead of falling out of it. */
@Injectable()
export class LostFocus {
  private readonly parts = inject(WindowParts);
  private part: WindowPart | undefined;

  constructor() {
    const injector = inject(Injector);
    const note = () => (this.part = this.parts.focused() ?? this.part);
    document.addEventListener('focusin', note);
    const navigations = inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationEnd) afterNextRender(() => void this.recover(), { injector });
    });
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('focusin', note);
      navigations.unsubscribe();
    });
  }

  /** The new list may be on its way still; whoever takes the focus meanwhile keeps it. */
  private async recover(): Promise<void> {
    const { part } = this;
    if (part === undefined) return;
    for (let count = 0; count < TRIES; count += 1) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (document.activeElement !== document.body || this.parts.focus(part)) return;
    }
    this.parts.focus('page');
  }
}
