import { perLanguage } from '../../language/language';

const DATE_AND_TIME = perLanguage(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);

/** `3 June 2026 at 9:02`. */
export function dateAndTime(iso: string): string {
  return DATE_AND_TIME().format(new Date(iso));
}
