import { t } from '../language/texts';
import { splitName } from '../ui/person-name';

const [MORNING, NOON, EVENING] = [5, 12, 18];

/** `Good morning` and so on, by the hour of the reader's clock (0 to 23). */
export function greetingAt(hour: number): string {
  if (hour >= MORNING && hour < NOON) return t('home.morning');
  return hour >= NOON && hour < EVENING ? t('home.afternoon') : t('home.evening');
}

/** What a person is called to their face: a Chinese name whole, of others the first word. */
export function callName(displayName: string): string {
  const { main } = splitName(displayName.trim());
  return main.split(/\s+/u)[0] ?? main;
}
