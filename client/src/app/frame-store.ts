import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Place } from './place';
import { Viewport } from './ui/viewport';

const INFO_KEY = 'roomers.info';

/** Which of the four parts are open. The right one is remembered on this device where it stands beside the body. */
@Injectable({ providedIn: 'root' })
export class FrameStore {
  private readonly viewport = inject(Viewport);
  private readonly place = inject(Place);
  private readonly isInfoWanted = signal(localStorage.getItem(INFO_KEY) !== 'closed');
  private readonly isInfoOverlayOpen = signal(false);
  private readonly isLeftOverlayOpen = signal(false);

  readonly isLeftOverlay = computed(() => this.viewport.size() === 'medium');
  readonly isLeftOpen = computed(() => {
    if (this.viewport.isCompact()) return this.place.showsList();
    return !this.isLeftOverlay() || this.isLeftOverlayOpen();
  });
  readonly isInfoOverlay = computed(() => this.viewport.size() !== 'wide');
  readonly isInfoOpen = computed(() => (this.isInfoOverlay() ? this.isInfoOverlayOpen() : this.isInfoWanted()));
  /** On a phone the list takes the place of the body. */
  readonly isBodyShown = computed(() => !this.viewport.isCompact() || !this.place.showsList());

  constructor() {
    effect(() => {
      this.place.section();
      this.place.room();
      this.place.post();
      this.isLeftOverlayOpen.set(false);
      this.isInfoOverlayOpen.set(false);
    });
  }

  setLeftOverlay(isOpen: boolean): void {
    this.isLeftOverlayOpen.set(isOpen);
  }

  setInfo(isOpen: boolean): void {
    if (this.isInfoOverlay()) return this.isInfoOverlayOpen.set(isOpen);
    this.isInfoWanted.set(isOpen);
    localStorage.setItem(INFO_KEY, isOpen ? 'open' : 'closed');
  }
}
