const INSTANT =
  /^(\d{4}-\d\d-\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/u;
/** Years that the database has, and `Date` writes with four digits. */
const YEAR = /^(?!0000)\d{4}-/u;

/**
 * A moment as `Date` writes it, in UTC and milliseconds, from a date (its first moment in UTC) or a date and time with their
 * zone; undefined for all else. The same text is the same moment wherever it is read.
 */
export function instantOf(text: string): string | undefined {
  const day = INSTANT.exec(text)?.[1];
  // `Date` makes a day of March of the 30th of February.
  if (day === undefined || write(day)?.slice(0, day.length) !== day) return undefined;
  const instant = write(text);
  return instant !== undefined && YEAR.test(instant) ? instant : undefined;
}

function write(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
