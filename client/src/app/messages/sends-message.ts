import { isComposing } from '../keyboard/pressed-keys';
import type { DevicePreferences } from '../settings/preferences';

/** The part of a keyboard event that matters here. */
interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

type SendKey = DevicePreferences['sendKey'];

/** Enter sends, Shift+Enter breaks the line; swapped, Control+Enter sends. Never while an input method is composing. */
export function sendsMessage(press: KeyPress, sendKey: SendKey = 'enter'): boolean {
  if (press.key !== 'Enter' || press.shiftKey || press.altKey || isComposing(press)) return false;
  return sendKey === 'enter' || press.ctrlKey || press.metaKey;
}

/** Whether the key breaks the line, as every other Enter does. */
export function breaksLine(press: KeyPress, sendKey: SendKey = 'enter'): boolean {
  return press.key === 'Enter' && !press.altKey && !isComposing(press) && !sendsMessage(press, sendKey);
}
