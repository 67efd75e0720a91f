import type { AuditAction, AuditEntry, AuditTargetType } from '#contracts/audit.dto.js';
import { isTextKey, t, type TextPart, textParts } from '../../language/texts';

/** What can be told of, in the order in which it is offered. */
const ACTIONS: Readonly<Record<AuditAction, true>> = {
  user_created: true,
  user_invited: true,
  invitation_renewed: true,
  invitation_withdrawn: true,
  invite_link_made: true,
  invite_link_revoked: true,
  user_role_changed: true,
  user_deactivated: true,
  user_reactivated: true,
  user_sessions_ended: true,
  password_link_made: true,
  password_reset: true,
  owner_created: true,
  owner_handed_over: true,
  settings_changed: true,
  logo_changed: true,
  room_archived: true,
  room_restored: true,
  room_deleted: true,
  room_owner_changed: true,
  room_joined_by_admin: true,
  post_deleted: true,
  message_removed: true,
  tag_renamed: true,
  tags_merged: true,
  tag_deleted: true,
  job_retried: true,
  audit_exported: true,
};
export const AUDIT_ACTIONS = Object.keys(ACTIONS) as AuditAction[];
export const AUDIT_TARGETS: readonly AuditTargetType[] = [
  'user',
  'room',
  'post',
  'message',
  'tag',
  'organisation',
  'job',
  'audit',
];

/** What was done, in the reader's language: `deactivated Dev Kapoor`, the name as a piece of its own. */
export function deedOf({ action, target }: AuditEntry): TextPart[] {
  const key = `admin-audit.did_${action}`;
  // A newer server may tell of more.
  if (!isTextKey(key)) return [{ text: action }, { text: ` ${target.name ?? ''}` }];
  return textParts(key, { target: target.name ?? t(`admin-audit.unnamed_${target.type}`) });
}
