import { computed, Injectable, type Signal, signal } from '@angular/core';

export type Size = 'compact' | 'medium' | 'expanded' | 'wide';

/** How much room the window gives, by the breakpoints of the design. */
@Injectable({ providedIn: 'root' })
export class Viewport {
  private readonly is600 = matches('(width >= 600px)');
  private readonly is905 = matches('(width >= 905px)');
  private readonly is1240 = matches('(width >= 1240px)');

  readonly size = computed<Size>(() => {
    if (!this.is600()) return 'compact';
    if (!this.is905()) return 'medium';
    return this.is1240() ? 'wide' : 'expanded';
  });
  readonly isCompact = computed(() => this.size() === 'compact');
}

function matches(query: string): Signal<boolean> {
  const list = matchMedia(query);
  const value = signal(list.matches);
  list.addEventListener('change', ({ matches: now }) => value.set(now));
  return value.asReadonly();
}
