import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { Place } from './place';
import { remembered } from './device/remembered';
import { Viewport } from './ui/viewport';

/** What can stand in the left sidebar. */
export type Lists = 'rooms' | 'posts' | 'settings' | 'admin';

/** In pixels. */
export const LISTS_WIDTH = { least: 240, usual: 296, most: 400 } as const;

/** Which of the four parts are open and how wide: remembered on this device for where they stand beside the body. */
@Injectable({ providedIn: 'root' })
export class FrameStore {
  private readonly viewport = inject(Viewport);
  private readonly place = inject(Place);
  private readonly isInfoWanted = remembered('info', true);
  private readonly areListsWanted = remembered('lists', true);
  private readonly widths = remembered<Partial<Record<Lists, number>>>('lists-width', {});
  /** What lies over the body goes with the place that it was opened at. */
  private readonly here = computed(() => [this.place.section(), this.place.room(), this.place.post()].join('/'));
  private readonly isInfoOverlayOpen = linkedSignal({ source: this.here, computation: () => false });
  private readonly isLeftOverlayOpen = linkedSignal({ source: this.here, computation: () => false });

  readonly lists = computed<Lists>(() => {
    const section = this.place.section();
    if (section === 'room') return 'posts';
    return section === 'settings' || section === 'admin' ? section : 'rooms';
  });
  readonly listsWidth = computed(() => this.widths()[this.lists()] ?? LISTS_WIDTH.usual);
  readonly isLeftOverlay = computed(() => this.viewport.size() === 'medium');
  readonly isLeftOpen = computed(() => {
    if (this.viewport.isCompact()) return this.place.showsList();
    return this.isLeftOverlay() ? this.isLeftOverlayOpen() : this.areListsWanted();
  });
  readonly isInfoOverlay = computed(() => this.viewport.size() !== 'wide');
  readonly isInfoOpen = computed(() => (this.isInfoOverlay() ? this.isInfoOverlayOpen() : this.isInfoWanted()));
  /** On a phone the list takes the place of the body. */
  readonly isBodyShown = computed(() => !this.viewport.isCompact() || !this.place.showsList());

  /** Shows or hides the left sidebar; on a phone, where it is a page, the address does. */
  setLists(isOpen: boolean): void {
    if (this.viewport.isCompact()) return;
    if (this.isLeftOverlay()) this.isLeftOverlayOpen.set(isOpen);
    else this.areListsWanted.set(isOpen);
  }

  /** Takes a width for the lists of this section, as far as the frame allows it. */
  resizeLists(width: number): void {
    const allowed = Math.round(Math.min(Math.max(width, LISTS_WIDTH.least), LISTS_WIDTH.most));
    this.widths.set({ ...this.widths(), [this.lists()]: allowed });
  }

  setInfo(isOpen: boolean): void {
    if (this.isInfoOverlay()) this.isInfoOverlayOpen.set(isOpen);
    else this.isInfoWanted.set(isOpen);
  }
}
