import { type Signal, signal } from '@angular/core';
import { keepText } from './device-storage';

/** A value that this device keeps over reloads. */
export interface Remembered<Value> extends Signal<Value> {
  set(value: Value): void;
}

/**
 * @param name of the value among those of the program; one that begins with `user.` goes with the user. What was stored
 * by an older program and cannot be read is forgotten
 */
export function remembered<Value>(name: string, fallback: Value): Remembered<Value> {
  const key = `roomers.${name}`;
  const value = signal(stored(key, fallback));
  const set = (next: Value) => {
    value.set(next);
    keepText(key, JSON.stringify(next));
  };
  return Object.assign(value.asReadonly(), { set });
}

function stored<Value>(key: string, fallback: Value): Value {
  try {
    const text = localStorage.getItem(key);
    return text === null ? fallback : (JSON.parse(text) as Value);
  } catch {
    return fallback;
  }
}
