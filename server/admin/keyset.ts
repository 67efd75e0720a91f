import type { SortOrder } from '#contracts/admin.dto.js';
import { type CursorKey, readCursor, writeCursor } from '../platform/http/cursor.js';

/** By what a list is sorted: the SQL of its key, and what that is in a cursor. */
export interface SortKey {
  sql: string;
  /** Type of the key in SQL. */
  type: 'text' | 'timestamptz' | 'integer';
}

const IN_CURSOR: Record<SortKey['type'], CursorKey> = { text: 'string', timestamptz: 'time', integer: 'number' };

/** A row as a page needs it: its id and, as text, the key that it is sorted by. */
export interface SortedRow {
  id: string;
  sortedBy: string;
}

/** How a page is asked for. */
export interface PageWish {
  cursor?: string | undefined;
  limit: number;
  order?: SortOrder | undefined;
}

/** The place in a sorted list after which a page begins, in SQL. */
export interface Keyset {
  /** Column of a `SortedRow`. */
  sortedBy: string;
  /** True for rows after the place; its parameters are `$n` and the next. */
  after: (n: number) => string;
  orderBy: string;
  /** Key and id of the place; nulls at the beginning. */
  place: [string | null, string | null];
}

/** Sorts by a key and then by `id`. @throws AppError `validation_failed` at `cursor` */
export function keyset({ sql, type }: SortKey, id: string, { cursor, order = 'asc' }: PageWish): Keyset {
  const [key, lastId] = cursor === undefined ? [] : readCursor(cursor, [IN_CURSOR[type], 'id']);
  const sign = order === 'asc' ? '>' : '<';
  const asText =
    type === 'timestamptz' ? `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : `(${sql})::text`;
  return {
    sortedBy: `${asText} as "sortedBy"`,
    after: (n) =>
      `($${String(n)}::${type} is null or (${sql}, ${id}) ${sign} ($${String(n)}::${type}, $${String(n + 1)}::uuid))`,
    orderBy: `order by ${sql} ${order}, ${id} ${order}`,
    place: [key ?? null, lastId ?? null],
  };
}

/** A page of rows, of which one more than its limit was asked for. */
export function cut<Row extends SortedRow>(rows: readonly Row[], limit: number): { rows: Row[]; nextCursor?: string } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, ...(rows.length > limit && last && { nextCursor: writeCursor([last.sortedBy, last.id]) }) };
}
