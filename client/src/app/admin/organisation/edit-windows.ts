import { t } from '../../language/texts';
import type { Choice } from '../../ui/choice-menu';
import { ALWAYS } from './organisation-draft';

const HOUR = 60;
const DAY = 24 * HOUR;
const USUAL = [0, 5, 15, HOUR, DAY, 7 * DAY, ALWAYS];

/** How long messages may be edited, to choose from; what was set by other means is among it. */
export function editWindows(now: number): (Omit<Choice, 'value'> & { value: number })[] {
  const minutes = USUAL.includes(now) ? USUAL : [...USUAL, now];
  return minutes.map((value) => ({ value, label: labelOf(value) }));
}

function labelOf(minutes: number): string {
  if (minutes === ALWAYS) return t('admin-organisation.always');
  if (minutes === 0) return t('admin-organisation.never');
  if (minutes % DAY === 0) return t('admin-organisation.days', { count: minutes / DAY });
  if (minutes % HOUR === 0) return t('admin-organisation.hours', { count: minutes / HOUR });
  return t('admin-organisation.minutes', { count: minutes });
}
