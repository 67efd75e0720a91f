import type { IconName } from '../ui/icon-paths';

/** The pages of the settings, in the order in which they are listed. */
export const SETTINGS_PAGES: readonly {
  path: string;
  icon: IconName;
  chosenIcon: IconName;
  label: string;
}[] = [
  { path: '/settings/profile', icon: 'person', chosenIcon: 'person-fill', label: 'Profile' },
  { path: '/settings/appearance', icon: 'palette', chosenIcon: 'palette-fill', label: 'Appearance' },
  { path: '/settings/password', icon: 'password', chosenIcon: 'password', label: 'Password' },
  { path: '/settings/sessions', icon: 'devices', chosenIcon: 'devices-fill', label: 'Sessions' },
  { path: '/settings/keyboard', icon: 'keyboard', chosenIcon: 'keyboard-fill', label: 'Keyboard' },
];
