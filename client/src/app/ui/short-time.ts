import { inject, Injectable, Pipe, type PipeTransform, signal } from '@angular/core';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const TICK_MS = 30_000;
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
const WEEKDAYS = {
  short: new Intl.DateTimeFormat('en', { weekday: 'short' }),
  long: new Intl.DateTimeFormat('en', { weekday: 'long' }),
};
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const DAY = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });

/** The present, often enough for words like "4 min". */
@Injectable({ providedIn: 'root' })
export class Clock {
  readonly now = signal(Date.now());

  constructor() {
    setInterval(() => this.now.set(Date.now()), TICK_MS);
  }
}

/** `now`, `4 min`, `2 h`, `Yesterday`, `Mon` (or `Monday`), `28 May`. */
export function shortTime(iso: string, now: number, weekday: keyof typeof WEEKDAYS = 'short'): string {
  const at = new Date(iso);
  const minutes = Math.floor((now - at.getTime()) / MINUTE_MS);
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < DAY_MINUTES) return `${Math.floor(minutes / 60)} h`;
  const days = daysBetween(at, new Date(now));
  if (days === 1) return 'Yesterday';
  return days < 7 ? WEEKDAYS[weekday].format(at) : DATE.format(at);
}

/** `9:02`. */
export function clockTime(iso: string): string {
  return CLOCK.format(new Date(iso));
}

/** `Today, Tuesday 3 June`. */
export function dayLabel(iso: string, now: number): string {
  const at = new Date(iso);
  const days = daysBetween(at, new Date(now));
  const prefix = days === 0 ? 'Today, ' : days === 1 ? 'Yesterday, ' : '';
  const year = at.getFullYear() === new Date(now).getFullYear() ? '' : ` ${at.getFullYear()}`;
  return `${prefix}${plainDay(at)}${year}`;
}

/** `Tuesday 3 June`. */
export function plainDay(date: Date): string {
  const parts = Object.fromEntries(DAY.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts['weekday'] ?? ''} ${parts['day'] ?? ''} ${parts['month'] ?? ''}`;
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
