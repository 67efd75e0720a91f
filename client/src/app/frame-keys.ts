import { inject, Injectable } from '@angular/core';
import { FrameStore } from './frame-store';
import { ShortcutHelp } from './keyboard/shortcut-help';
import { Shortcuts } from './keyboard/shortcuts';
import { Place } from './place';
import { MarkRead } from './posts/mark-read';
import { Switcher } from './switcher/switcher';
import { WindowParts } from './window-parts';

/** The shortcuts that work everywhere, as long as the frame stands. */
@Injectable()
export class FrameKeys {
  private readonly frame = inject(FrameStore);
  private readonly place = inject(Place);

  constructor() {
    const [switcher, read, help] = [inject(Switcher), inject(MarkRead), inject(ShortcutHelp)];
    const parts = inject(WindowParts);
    inject(Shortcuts).handle({
      switch: () => switcher.open(),
      markAllRead: () => read.everything(),
      toggleLists: () => this.frame.setLists(!this.frame.isLeftOpen()),
      toggleInfo: () => this.toggleInfo(),
      nextPart: () => parts.step(1),
      previousPart: () => parts.step(-1),
      help: () => help.open(),
    });
  }

  /** Only a room and its posts have details. */
  private toggleInfo(): boolean {
    const hasInfo = this.place.section() === 'room' && this.frame.isBodyShown();
    if (hasInfo) this.frame.setInfo(!this.frame.isInfoOpen());
    return hasInfo;
  }
}
