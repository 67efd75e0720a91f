import type { AdminHealth } from '#contracts/admin-health.dto.js';
import { t } from '../../language/texts';

/** Something that takes room. */
export interface Filling {
  name: string;
  bytes: number;
}

/** Tables that are named; the others count together. */
const NAMED_TABLES = 3;

/** What takes room: files, the largest tables, and the rest of the database. */
export function fillingsOf({ storage, database }: AdminHealth): Filling[] {
  const named = database.tables.slice(0, NAMED_TABLES);
  const rest = database.bytes - named.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    { name: t('admin-health.files'), bytes: storage.bytes },
    ...named.map(({ name, bytes }) => ({ name: t('admin-health.table', { name }), bytes })),
    { name: t('admin-health.otherTables'), bytes: Math.max(0, rest) },
  ];
}

/** How full the disk is, in whole percent. */
export function fullness({ bytes, freeBytes }: AdminHealth['disk']): number {
  return bytes > 0 ? Math.floor((1 - freeBytes / bytes) * 100) : 0;
}
