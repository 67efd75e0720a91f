import { Component, inject } from '@angular/core';
import { FrameStore } from './frame-store';
import { t } from './language/texts';
import { Place } from './place';
import { WindowParts } from './window-parts';

/** First in the order of the keyboard: past the rail and the lists, to where one reads or writes. */
@Component({
  selector: 'app-skip-links',
  template: `
    @if (frame.isBodyShown()) {
      @if (place.section() === 'room') {
        <button type="button" (click)="parts.focus('stream') || parts.focus('page')">
          {{ t('frame.skipToMessages') }}
        </button>
        <button type="button" (click)="parts.focus('composer') || parts.focus('page')">
          {{ t('frame.skipToComposer') }}
        </button>
      } @else {
        <button type="button" (click)="parts.focus('page')">{{ t('frame.skipToContent') }}</button>
      }
    }
  `,
  styles: `
    button {
      position: fixed;
      top: 8px;
      left: 8px;
      z-index: 20;
      min-height: 44px;
      padding: 0 16px;
      border: 0;
      border-radius: 12px;
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
      font: var(--mat-sys-label-large);
      translate: 0 -80px;
    }
    button:focus {
      translate: 0;
    }
  `,
})
export class SkipLinks {
  protected readonly t = t;
  protected readonly frame = inject(FrameStore);
  protected readonly place = inject(Place);
  protected readonly parts = inject(WindowParts);
}
