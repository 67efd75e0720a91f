import type { IconName } from '../ui/icon-paths';

/** The pages of the settings, in the order in which they are listed. */
export const SETTINGS_PAGES: readonly { path: string; icon: IconName; label: string }[] = [
  { path: '/settings/profile', icon: 'person', label: 'Profile' },
  { path: '/settings/appearance', icon: 'palette', label: 'Appearance' },
  { path: '/settings/keyboard', icon: 'keyboard', label: 'Keyboard' },
  { path: '/settings/password', icon: 'password', label: 'Change password' },
  { path: '/settings/sessions', icon: 'devices', label: 'Sessions' },
];
