import { inject, Injectable } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

interface Step {
  /** By which the browser's history remembers it. */
  id: number;
  url: string;
}

/** The addresses of this visit in the order of the browser's history, and where in it one is. */
@Injectable({ providedIn: 'root' })
export class Trail {
  private readonly router = inject(Router);
  private steps: Step[] = [];
  private at = -1;
  /** The step that the browser's own buttons go to. */
  private restoredId: number | undefined;

  constructor() {
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.restoredId = event.restoredState?.navigationId;
      if (event instanceof NavigationEnd) this.arrive({ id: event.id, url: event.urlAfterRedirects });
    });
  }

  /** Where the browser's Back leads; undefined when that is outside, or before a reload. */
  previous(): string | undefined {
    return this.steps[this.at - 1]?.url;
  }

  private arrive(step: Step): void {
    const restored = this.steps.findIndex(({ id, url }) => id === this.restoredId && url === step.url);
    if (this.restoredId !== undefined && restored < 0) this.start(step);
    else if (restored >= 0) this.put(restored, step);
    else if (this.isReplaced(step)) this.put(Math.max(this.at, 0), step);
    else {
      this.steps.length = this.at + 1;
      this.put(this.at + 1, step);
    }
  }

  private isReplaced({ url }: Step): boolean {
    return this.router.currentNavigation()?.extras.replaceUrl === true || this.steps[this.at]?.url === url;
  }

  private start(step: Step): void {
    this.steps = [];
    this.put(0, step);
  }

  private put(at: number, step: Step): void {
    this.steps[at] = step;
    this.at = at;
  }
}
