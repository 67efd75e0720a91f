import { DestroyRef, Directive, effect, ElementRef, inject, input, untracked } from '@angular/core';
import { remembered } from './device/remembered';

const WAIT_MS = 5_000;
const MOST_KEPT = 60;
const BY_HAND = ['wheel', 'touchstart', 'keydown', 'pointerdown'];

/** Keeps, on this device, how far each list in the left sidebar is scrolled. */
@Directive({ selector: '[appListScroll]' })
export class ListScroll {
  /** Names the list that is seen here now; empty while none is. */
  readonly list = input.required<string>({ alias: 'appListScroll' });
  private readonly places = remembered<Record<string, number>>('user.lists-scroll', {});
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private stopWaiting: () => void = () => undefined;

  constructor() {
    // Captured: scrolling does not bubble, and which element scrolls is the list's matter.
    this.element.addEventListener('scroll', ({ target }) => this.scrolled(target as HTMLElement), {
      capture: true,
      passive: true,
    });
    for (const name of BY_HAND) this.element.addEventListener(name, () => this.stopWaiting(), { passive: true });
    effect(() => {
      const place = untracked(this.places)[this.list()] ?? 0;
      this.stopWaiting();
      if (place > 0) this.goBackTo(place);
    });
    inject(DestroyRef).onDestroy(() => this.stopWaiting());
  }

  private scrolled({ scrollTop, scrollHeight, clientHeight }: HTMLElement): void {
    if (this.list() === '' || scrollHeight <= clientHeight) return;
    const { [this.list()]: _known, ...others } = this.places();
    const kept = Object.entries(others).slice(-MOST_KEPT);
    this.places.set(Object.fromEntries([...kept, [this.list(), Math.round(scrollTop)]]));
  }

  /** As soon as the list is long enough; what the reader does meanwhile goes first. */
  private goBackTo(place: number): void {
    const attempt = () => {
      const scroller = [...this.element.querySelectorAll<HTMLElement>('.scroll, cdk-virtual-scroll-viewport')].find(
        ({ scrollHeight, clientHeight }) => scrollHeight - clientHeight >= place,
      );
      if (scroller === undefined) return;
      scroller.scrollTop = place;
      this.stopWaiting();
    };
    const changes = new MutationObserver(attempt);
    const impatience = setTimeout(() => this.stopWaiting(), WAIT_MS);
    this.stopWaiting = () => {
      clearTimeout(impatience);
      changes.disconnect();
      this.stopWaiting = () => undefined;
    };
    changes.observe(this.element, { childList: true, subtree: true, attributeFilter: ['class'] });
    attempt();
  }
}
