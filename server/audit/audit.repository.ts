import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { AuditEntryEntity } from './audit-entry.entity.js';

/** Every query on the audit log. */
@Injectable()
export class AuditRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Stores an entry, with the present name of its actor when that is a user. */
  async insert(entry: AuditEntryEntity): Promise<void> {
    const { id, at, actorId, actorName, action, targetType, targetId, targetName, ip, details } = entry;
    await this.transactions.query(
      `insert into audit_entries (id, at, actor_id, actor_name, action, target_type, target_id, target_name, ip, details)
       values ($1, $2, $3, coalesce((select display_name from users where id = $3), $4), $5, $6, $7, $8, $9, $10)`,
      [id, at, actorId, actorName, action, targetType, targetId, targetName, ip, JSON.stringify(details)],
    );
  }
}
