import { effect, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';

const QUIET_MS = 300;

/** Whether a page takes so long to come that it should be shown. */
@Injectable({ providedIn: 'root' })
export class NavigationProgress {
  readonly isSlow = signal(false);

  constructor() {
    const router = inject(Router);
    effect((onCleanup) => {
      if (router.currentNavigation() === null) return;
      const timer = setTimeout(() => this.isSlow.set(true), QUIET_MS);
      onCleanup(() => {
        clearTimeout(timer);
        this.isSlow.set(false);
      });
    });
  }
}
