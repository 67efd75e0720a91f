import { t } from '../../language/texts';

const DAY_HOURS = 24;
/** How long a link may work, in hours, and how many it may let in; 0 is any number. */
export const LINK_HOURS = [1, 24, 168, 720, 8_760] as const;
export const LINK_USES = [0, 1, 5, 10, 50, 100] as const;

/** `1 hour`, `7 days`. */
export function lengthOf(hours: number): string {
  if (hours < DAY_HOURS) return t('invites.hourCount', { count: hours });
  return t('invites.dayCount', { count: hours / DAY_HOURS });
}

/** `Any number`, `5 people`. */
export function peopleFor(uses: number): string {
  return uses === 0 ? t('invites.anyNumber') : t('invites.peopleCount', { count: uses });
}
