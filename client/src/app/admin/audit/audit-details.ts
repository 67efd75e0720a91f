import type { AuditEntry } from '#contracts/audit.dto.js';
import { fileSize } from '../../attachments/file-size';
import { isTextKey, t, type TextKey, written } from '../../language/texts';
import { dateAndTime } from '../table/date-and-time';

/** One line of what else is known of an entry. */
export interface AuditDetail {
  name: string;
  value: string;
}

/** Of rooms, by id; of those that are not known the id is shown. */
type Names = ReadonlyMap<string, string>;
type Value = string | number | null;
/** What a value stands for; undefined when it stands for itself. */
type Meaning = (value: Value, rooms: Names) => string | undefined;

const WHO: Readonly<Record<string, TextKey>> = {
  everyone: 'admin-organisation.everyone',
  members: 'admin-organisation.everyone',
  admins: 'admin-organisation.admins',
};

const word = (key: string) => (isTextKey(key) ? t(key) : undefined);
const who: Meaning = (value) => word(WHO[value ?? ''] ?? '');
const moment: Meaning = (value) => (typeof value === 'string' ? dateAndTime(value) : undefined);
const room: Meaning = (value, rooms) => rooms.get(String(value));
const always = (value: Value) => (value === null ? t('admin-organisation.always') : undefined);

/** By the name of the detail; the values of others stand for themselves. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  role: (value) => word(`admin-people.role_${value ?? ''}`),
  registration: (value) => word(`admin-organisation.registration_${value ?? ''}`),
  whoMayInvite: who,
  whoMayCreateRooms: who,
  defaultRoomIds: room,
  roomIds: room,
  attachmentMaxBytes: (value) => (typeof value === 'number' ? fileSize(value) : undefined),
  editWindowMinutes: (value) => (value === 0 ? t('admin-organisation.never') : always(value)),
  retentionDays: always,
  expiresAt: moment,
  action: (value) => word(`admin-audit.action_${value ?? ''}`),
  targetType: (value) => word(`admin-audit.target_${value ?? ''}`),
  from: moment,
  until: moment,
};

/** What else is known of an entry, in the reader's language. */
export function detailsOf({ action, details }: Pick<AuditEntry, 'action' | 'details'>, rooms: Names): AuditDetail[] {
  return Object.entries(details)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => {
      // Of a tag what it is called now, of a downloaded log a moment.
      const kind = action === 'audit_exported' && name === 'to' ? 'until' : name;
      return { name: word(`admin-audit.detail_${kind}`) ?? name, value: changeOf(value, MEANINGS[kind], rooms) };
    });
}

/** The rooms that the details name by id. */
export function roomsOf({ details }: Pick<AuditEntry, 'details'>): string[] {
  const values = [details['roomIds'], details['defaultRoomIds']].flatMap((value) =>
    isChange(value) ? [value.from, value.to] : [value],
  );
  return [...new Set(values.flat().filter((id) => typeof id === 'string'))];
}

function isChange(value: unknown): value is { from: unknown; to: unknown } {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}

function changeOf(value: unknown, meaning: Meaning | undefined, rooms: Names): string {
  const say = (one: unknown): string =>
    Array.isArray(one) ? one.map(say).join(', ') || t('admin-audit.nothing') : (meaningOf(one) ?? plain(one));
  const meaningOf = (one: unknown) => (isValue(one) ? meaning?.(one, rooms) : undefined);
  return isChange(value) ? t('admin-audit.fromTo', { from: say(value.from), to: say(value.to) }) : say(value);
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return t('admin-audit.nothing');
  switch (typeof value) {
    case 'number':
      return written(value);
    case 'boolean':
      return t(value ? 'admin-audit.yes' : 'admin-audit.no');
    case 'string':
      return value;
    default:
      return JSON.stringify(value);
  }
}
