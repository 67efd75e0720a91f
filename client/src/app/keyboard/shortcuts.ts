import { DestroyRef, inject, Injectable } from '@angular/core';
import { Preferences } from '../settings/preferences';
import { isComposing, isLetterKey, pressedKeys, writesText } from './pressed-keys';
import { SHORTCUTS, type ShortcutId } from './shortcut-catalogue';

/** Does what a shortcut is for. `false` says that it was not for this one: the key goes on to the next, or to the page. */
export type ShortcutHandler = (event: KeyboardEvent) => unknown;
export type ShortcutHandlers = Partial<Record<ShortcutId, ShortcutHandler>>;

const OVERLAY = '.cdk-overlay-container .cdk-overlay-backdrop';

/** One listener for all shortcuts. What was registered last is asked first; nothing happens behind a dialog or a menu. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly preferences = inject(Preferences);
  private readonly registered: ShortcutHandlers[] = [];

  constructor() {
    const listen = (event: KeyboardEvent) => this.pressed(event);
    document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', listen));
  }

  /** Takes these as long as the component or service that registers them lives. Call it where `inject()` may be called. */
  handle(handlers: ShortcutHandlers): void {
    this.registered.unshift(handlers);
    inject(DestroyRef).onDestroy(() => {
      const at = this.registered.indexOf(handlers);
      if (at >= 0) this.registered.splice(at, 1);
    });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event)) return;
    const keys = pressedKeys(event);
    if (isLetterKey(keys) && (!this.preferences.hasLetterKeys() || writesText(event.target))) return;
    const ids = (Object.keys(SHORTCUTS) as ShortcutId[]).filter((id) => SHORTCUTS[id].keys.some((one) => one === keys));
    if (ids.length === 0 || document.querySelector(OVERLAY) !== null) return;
    const isDone = this.registered.some((handlers) =>
      ids.some((id) => handlers[id] !== undefined && handlers[id](event) !== false),
    );
    if (isDone) event.preventDefault();
  }
}
