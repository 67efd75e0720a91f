import { computed, inject, Injectable } from '@angular/core';
import { IS_MAC, shownKeys } from '../keyboard/pressed-keys';
import { Preferences } from '../settings/preferences';
import { breaksLine, sendsMessage } from './sends-message';

/** Which keys send what is written and which break its line, as it was chosen on this device. */
@Injectable({ providedIn: 'root' })
export class SendKeys {
  private readonly preferences = inject(Preferences);
  /** The key that sends, as it is shown. */
  readonly shown = computed(() => {
    const keys = this.preferences.sendKey() === 'enter' ? 'Enter' : 'Control+Enter';
    return shownKeys(keys, IS_MAC).join(' ');
  });

  sends(event: KeyboardEvent): boolean {
    return sendsMessage(event, this.sendKeyOf(event));
  }

  breaks(event: KeyboardEvent): boolean {
    return breaksLine(event, this.sendKeyOf(event));
  }

  /** The Enter of a keyboard on the screen, which has no Shift to hold, breaks the line; the button sends. */
  private sendKeyOf({ code }: KeyboardEvent): 'enter' | 'control-enter' {
    const isOnScreen = code === '' && matchMedia('(hover: none) and (pointer: coarse)').matches;
    return isOnScreen ? 'control-enter' : this.preferences.sendKey();
  }
}
