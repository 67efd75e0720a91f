import { inject, Injectable } from '@angular/core';
import { WindowParts } from './window-parts';

const WITHIN_MS = 2_500;
/** The composer of the post before may stand a moment longer; its successor is the one that stays. */
const STAYS_FRAMES = 6;

/** Brings the focus to where one writes, on a page that is still being drawn. */
@Injectable({ providedIn: 'root' })
export class ArrivalFocus {
  private readonly parts = inject(WindowParts);

  /** Ends when the composer keeps the focus, or when the reader takes it elsewhere; without a composer the messages get it. */
  async take(): Promise<void> {
    const end = Date.now() + WITHIN_MS;
    const { activeElement: before } = document;
    for (let stayed = 0; stayed < STAYS_FRAMES && Date.now() < end;) {
      await new Promise(requestAnimationFrame);
      const { activeElement: now } = document;
      const isWriting = now?.closest('app-composer') != null;
      if (!isWriting && now !== before && now !== document.body) return;
      stayed = isWriting ? stayed + 1 : 0;
      if (!isWriting) this.parts.focus('composer');
    }
    if (this.parts.focused() !== 'composer') this.parts.focus('stream');
  }
}
