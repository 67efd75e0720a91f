import type { Theme } from '#contracts/profile.dto.js';
import { followDevice, keepText } from '../device/device-storage';

const KEY = 'roomers.theme';

/** The theme chosen on this device; `device` when none was. */
export function storedTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'device';
}

/** Shows the chosen theme; before the app starts, so that the first picture is right. */
export function showStoredTheme(): void {
  const theme = storedTheme();
  if (theme === 'device') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function storeTheme(theme: Theme): void {
  keepText(KEY, theme);
}

/** Whether a theme was ever chosen on this device. */
export function hasStoredTheme(): boolean {
  return localStorage.getItem(KEY) !== null;
}

/** Another theme was chosen in another window. */
export function followStoredTheme(changed: () => void): void {
  followDevice((key) => {
    if (key === KEY) changed();
  });
}
