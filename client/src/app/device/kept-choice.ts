import { effect, signal, type WritableSignal } from '@angular/core';
import { keepText } from './device-storage';

/** A choice that this device remembers over reloads; what is kept but no longer offered counts for nothing. */
export function keptChoice<Choice extends string>(
  key: string,
  offered: readonly Choice[],
  fallback: Choice,
): WritableSignal<Choice> {
  const kept = localStorage.getItem(key);
  const choice = signal(offered.find((one) => one === kept) ?? fallback);
  effect(() => void keepText(key, choice()));
  return choice;
}
