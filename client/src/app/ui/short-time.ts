import { inject, Injectable, Pipe, type PipeTransform, signal } from '@angular/core';
import { perLanguage } from '../language/language';
import { t } from '../language/texts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const TICK_MS = 30_000;
const CLOCK = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }),
);
const WEEKDAYS = {
  short: perLanguage((tag) => new Intl.DateTimeFormat(tag, { weekday: 'short' })),
  long: perLanguage((tag) => new Intl.DateTimeFormat(tag, { weekday: 'long' })),
};
const SHORT_DATE = perLanguage((tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' }));
const SHORT_DATE_AND_YEAR = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' }),
);
const DATE = perLanguage((tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long' }));
const DATE_AND_YEAR = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric' }),
);

/** How long ago something was, in the unit that people would name. */
export type Age =
  { unit: 'now' | 'yesterday' } | { unit: 'minutes' | 'hours'; count: number } | { unit: 'weekday' | 'date'; at: Date };

/** The present, often enough for words like "4 min". */
@Injectable({ providedIn: 'root' })
export class Clock {
  readonly now = signal(Date.now());

  constructor() {
    setInterval(() => this.now.set(Date.now()), TICK_MS);
  }
}

export function ageOf(iso: string, now: number): Age {
  const at = new Date(iso);
  const minutes = Math.floor((now - at.getTime()) / MINUTE_MS);
  if (minutes < 1) return { unit: 'now' };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (minutes < DAY_MINUTES) return { unit: 'hours', count: Math.floor(minutes / 60) };
  const days = daysBetween(at, new Date(now));
  if (days === 1) return { unit: 'yesterday' };
  return { unit: days < 7 ? 'weekday' : 'date', at };
}

/** `now`, `4 min`, `2 h`, `Yesterday`, `Mon` (or `Monday`), `28 May`; with the year when it is another one. */
export function shortTime(iso: string, now: number, weekday: keyof typeof WEEKDAYS = 'short'): string {
  const age = ageOf(iso, now);
  switch (age.unit) {
    case 'weekday':
      return WEEKDAYS[weekday]().format(age.at);
    case 'date':
      return (isSameYear(age.at, new Date(now)) ? SHORT_DATE() : SHORT_DATE_AND_YEAR()).format(age.at);
    case 'minutes':
    case 'hours':
      return t(`times.${age.unit}`, { count: age.count });
    default:
      return t(`times.${age.unit}`);
  }
}

/** `9:02`. */
export function clockTime(iso: string): string {
  return CLOCK().format(new Date(iso));
}

/** `Today, Tuesday 3 June`. */
export function dayLabel(iso: string, now: number): string {
  const at = new Date(iso);
  const days = daysBetween(at, new Date(now));
  const day = dayOf(at, plainDate(at, new Date(now)));
  if (days === 0) return t('times.dayToday', { day });
  return days === 1 ? t('times.dayYesterday', { day }) : day;
}

/** `Tuesday 3 June`. */
export function plainDay(date: Date): string {
  return dayOf(date, DATE().format(date));
}

/** `Tuesday`. */
export function longWeekday(date: Date): string {
  return WEEKDAYS.long().format(date);
}

/** `3 June`; with the year when it is another one. */
export function plainDate(at: Date, now: Date): string {
  return (isSameYear(at, now) ? DATE() : DATE_AND_YEAR()).format(at);
}

function isSameYear(one: Date, other: Date): boolean {
  return one.getFullYear() === other.getFullYear();
}

function dayOf(at: Date, date: string): string {
  return t('times.day', { weekday: longWeekday(at), date });
}

/** Calendar days from one moment to a later one, where the reader is. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(to) - midnight(from)) / (24 * 60 * MINUTE_MS));
}

@Pipe({ name: 'shortTime', pure: false })
export class ShortTimePipe implements PipeTransform {
  private readonly clock = inject(Clock);

  transform(iso: string): string {
    return shortTime(iso, this.clock.now());
  }
}
