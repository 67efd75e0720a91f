import { IsIn } from 'class-validator';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { PageQuery } from './page.dto.js';
import { failsAs, IsName } from './text.decorators.js';
import { IsUUID, IsInstant } from './value.decorators.js';

/** What is recorded: who did what to whom. */
export const AUDIT_ACTIONS = [
  'user_created',
  'user_invited',
  'invitation_renewed',
  'invitation_withdrawn',
  'invite_link_made',
  'invite_link_revoked',
  'user_role_changed',
  'user_deactivated',
  'user_reactivated',
  'user_sessions_ended',
  'password_link_made',
  'password_reset',
  'owner_created',
  'owner_handed_over',
  'settings_changed',
  'logo_changed',
  'room_archived',
  'room_restored',
  'room_deleted',
  'room_owner_changed',
  'room_joined_by_admin',
  'post_deleted',
  'message_removed',
  'tag_renamed',
  'tags_merged',
  'tag_deleted',
  'job_retried',
  'audit_exported',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AUDIT_TARGETS = ['user', 'room', 'post', 'message', 'tag', 'organisation', 'job', 'audit'] as const;
export type AuditTargetType = (typeof AUDIT_TARGETS)[number];

/** Who did something, as they were called then. */
export class AuditActor {
  /** Absent: the command line, or Roomers itself. */
  id?: string;
  name!: string;
}

/** What it was done to, as it was called then. */
export class AuditTarget {
  type!: AuditTargetType;
  id?: string;
  /** Absent for what is in a private room. */
  name?: string;
}

/** What somebody did. */
export class AuditEntry {
  id!: string;
  at!: string;
  actor!: AuditActor;
  action!: AuditAction;
  target!: AuditTarget;
  /** From where; absent where nothing was asked over the network. */
  ip?: string;
  /** What else is to be known of it: of a change `{ field: { from, to } }`. */
  details!: Record<string, unknown>;
}

export class AuditPage {
  items!: AuditEntry[];
  nextCursor?: string;
  total?: number;
}

/** Which entries are asked for. */
export class AuditQuery extends PageQuery {
  @Optional()
  @IsUUID()
  actorId?: string;

  @Optional()
  @IsIn(AUDIT_ACTIONS, failsAs('invalid'))
  action?: AuditAction;

  @Optional()
  @IsIn(AUDIT_TARGETS, failsAs('invalid'))
  targetType?: AuditTargetType;

  @Optional()
  @IsName({ min: 1, max: LIMITS.searchText })
  targetId?: string;

  /** Part of the name of the actor or the target. */
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;

  /** At or after this moment: a date (in UTC), or a date and time with their zone. */
  @Optional()
  @IsInstant()
  from?: string;

  /** Before this moment, as `from`. */
  @Optional()
  @IsInstant()
  to?: string;
}
