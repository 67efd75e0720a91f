import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditTargetType } from '#contracts/audit.dto.js';
import { containsPattern } from '../database/like.js';
import { Transactions } from '../database/transactions.js';
import type { AuditEntryEntity } from './audit-entry.entity.js';

/** Which entries are asked for. */
export interface AuditFilter {
  actorId?: string | undefined;
  action?: AuditAction | undefined;
  targetType?: AuditTargetType | undefined;
  targetId?: string | undefined;
  q?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** The entry after which a page begins: the newest come first. */
export interface AuditPlace {
  at: string;
  id: string;
}

const ENTRY = `id, at, actor_id as "actorId", actor_name as "actorName", action, target_type as "targetType", target_id as "targetId",
  target_name as "targetName", ip, details`;
const WANTED = `($1::uuid is null or actor_id = $1) and ($2::text is null or action = $2) and ($3::text is null or target_type = $3)
  and ($4::text is null or target_id = $4) and ($5::text is null or actor_name ilike $5 or target_name ilike $5)
  and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)`;

/** Every query that reads the audit log. */
@Injectable()
export class AuditHistoryRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(filter: AuditFilter, after: AuditPlace | undefined, limit: number): Promise<AuditEntryEntity[]> {
    return this.transactions.query(
      `select ${ENTRY} from audit_entries
       where ${WANTED} and ($8::timestamptz is null or (at, id) < ($8, $9::uuid)) order by at desc, id desc limit $10`,
      [...wanted(filter), after?.at ?? null, after?.id ?? null, limit],
    );
  }

  async count(filter: AuditFilter): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from audit_entries where ${WANTED}`,
      wanted(filter),
    );
    return row?.total ?? 0;
  }
}

function wanted({ actorId, action, targetType, targetId, q, from, to }: AuditFilter): unknown[] {
  const names = q ? containsPattern(q) : null;
  return [actorId, action, targetType, targetId, names, from, to].map((value) => value ?? null);
}
