import type { AuditAction, AuditEntry, AuditTargetType } from '#contracts/audit.dto.js';
import type { AuditEntryEntity } from './audit-entry.entity.js';

/** An entry for admins. */
export function presentEntry(row: AuditEntryEntity): AuditEntry {
  const { id, at, actorId, actorName, action, targetType, targetId, targetName, ip, details } = row;
  return {
    ...{ id, at: at.toISOString(), action: action as AuditAction, details: details as Record<string, unknown> },
    actor: { ...(actorId !== null && { id: actorId }), name: actorName },
    target: {
      type: targetType as AuditTargetType,
      ...(targetId !== null && { id: targetId }),
      ...(targetName !== null && { name: targetName }),
    },
    ...(ip !== null && { ip }),
  };
}
