import { daysBetween } from '../ui/short-time';

const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long' });
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const DATE_AND_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** `Resolved by 陈思远 on Monday`; the day in words while it is near, nobody named where the name is not known. */
export function resolvedBy(name: string | undefined, iso: string, now: number): string {
  return ['Resolved', name === undefined ? '' : `by ${name}`, dayWords(new Date(iso), new Date(now))]
    .filter(Boolean)
    .join(' ');
}

function dayWords(at: Date, now: Date): string {
  const days = daysBetween(at, now);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 7) return `on ${WEEKDAY.format(at)}`;
  return `on ${(at.getFullYear() === now.getFullYear() ? DATE : DATE_AND_YEAR).format(at)}`;
}
