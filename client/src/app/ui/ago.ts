import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Clock, shortTime } from './short-time';

const AGE = /^\d+ (?:min|h)$/u;

/** Ends a sentence with when something was: `just now`, `4 min ago`, `yesterday`, `on Mon`, `on 28 May`. */
export function ago(iso: string, now: number): string {
  const when = shortTime(iso, now);
  if (when === 'now') return 'just now';
  if (AGE.test(when)) return `${when} ago`;
  return when === 'Yesterday' ? 'yesterday' : `on ${when}`;
}

@Pipe({ name: 'ago', pure: false })
export class AgoPipe implements PipeTransform {
  private readonly clock = inject(Clock);

  transform(iso: string): string {
    return ago(iso, this.clock.now());
  }
}
