/** Keeps a text on this device over reloads; false when it has no room for it or does not allow it. Empty texts are not kept. */
export function keepText(key: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Calls back when another window of this device has kept or forgotten something. */
export function followDevice(changed: (key: string, text: string | null) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== null) changed(key, newValue);
  });
}
