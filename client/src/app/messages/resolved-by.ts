import { t, type TextPart, textParts } from '../language/texts';
import { daysBetween, longWeekday, plainDate } from '../ui/short-time';

/** The reader, in place of a name. */
export const OWN = Symbol('the reader');

/** `Resolved by 陈思远 on Monday`; the day in words while it is near, nobody named where the name is not known. */
export function resolvedBy(name: string | typeof OWN | undefined, iso: string, now: number): TextPart[] {
  const when = dayWords(new Date(iso), new Date(now));
  if (name === OWN) return textParts('messages.resolvedByYou', { when });
  return name === undefined
    ? textParts('messages.resolved', { when })
    : textParts('messages.resolvedBy', { name, when });
}

function dayWords(at: Date, now: Date): string {
  const days = daysBetween(at, now);
  if (days <= 0) return t('times.onToday');
  if (days === 1) return t('times.onYesterday');
  if (days < 7) return t('times.onWeekday', { weekday: longWeekday(at) });
  return t('times.onDate', { date: plainDate(at, now) });
}
