import { inject, Pipe, type PipeTransform } from '@angular/core';
import { t } from '../language/texts';
import { ageOf, Clock, longWeekday, shortTime } from './short-time';

/** Ends a sentence with when something was: `just now`, `4 min ago`, `yesterday`, `on Monday`, `on 28 May`. */
export function ago(iso: string, now: number): string {
  const age = ageOf(iso, now);
  switch (age.unit) {
    case 'now':
      return t('times.justNow');
    case 'minutes':
    case 'hours':
      return t(`times.${age.unit}Ago`, { count: age.count });
    case 'yesterday':
      return t('times.onYesterday');
    case 'weekday':
      return t('times.onWeekday', { weekday: longWeekday(age.at) });
    case 'date':
      return t('times.onDate', { date: shortTime(iso, now) });
  }
}

/** The same where there is room: `4 minutes ago`, `1 hour ago`. */
export function agoInWords(iso: string, now: number): string {
  const age = ageOf(iso, now);
  if (age.unit === 'minutes') return t('times.wordyMinutesAgo', { count: age.count });
  return age.unit === 'hours' ? t('times.wordyHoursAgo', { count: age.count }) : ago(iso, now);
}

@Pipe({ name: 'ago', pure: false })
export class AgoPipe implements PipeTransform {
  private readonly clock = inject(Clock);

  transform(iso: string, form: 'short' | 'words' = 'short'): string {
    return (form === 'short' ? ago : agoInWords)(iso, this.clock.now());
  }
}
