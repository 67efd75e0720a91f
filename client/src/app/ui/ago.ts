import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Clock, shortTime } from './short-time';

const AGE = /^(?<count>\d+) (?<unit>min|h)$/u;

/** Ends a sentence with when something was: `just now`, `4 min ago`, `yesterday`, `on Monday`, `on 28 May`. */
export function ago(iso: string, now: number): string {
  const when = shortTime(iso, now, 'long');
  if (when === 'now') return 'just now';
  if (AGE.test(when)) return `${when} ago`;
  return when === 'Yesterday' ? 'yesterday' : `on ${when}`;
}

/** The same where there is room: `4 minutes ago`, `1 hour ago`. */
export function agoInWords(iso: string, now: number): string {
  const { count, unit } = AGE.exec(shortTime(iso, now))?.groups ?? {};
  if (count === undefined) return ago(iso, now);
  return `${count} ${unit === 'h' ? 'hour' : 'minute'}${count === '1' ? '' : 's'} ago`;
}

@Pipe({ name: 'ago', pure: false })
export class AgoPipe implements PipeTransform {
  private readonly clock = inject(Clock);

  transform(iso: string, form: 'short' | 'words' = 'short'): string {
    return (form === 'short' ? ago : agoInWords)(iso, this.clock.now());
  }
}
