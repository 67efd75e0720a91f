import type { TextKey } from '../language/texts';
import type { IconName } from '../ui/icon-paths';

/** The pages of the settings, in the order in which they are listed. */
export const SETTINGS_PAGES: readonly {
  path: string;
  icon: IconName;
  chosenIcon: IconName;
  label: TextKey;
}[] = [
  { path: '/settings/profile', icon: 'person', chosenIcon: 'person-fill', label: 'settings.profile' },
  { path: '/settings/appearance', icon: 'palette', chosenIcon: 'palette-fill', label: 'settings.appearance' },
  { path: '/settings/account', icon: 'account_circle', chosenIcon: 'account_circle', label: 'settings.account' },
  { path: '/settings/password', icon: 'password', chosenIcon: 'password', label: 'settings.password' },
  { path: '/settings/sessions', icon: 'devices', chosenIcon: 'devices-fill', label: 'settings.sessions' },
  { path: '/settings/keyboard', icon: 'keyboard', chosenIcon: 'keyboard-fill', label: 'settings.keyboard' },
];
