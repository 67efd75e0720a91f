import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { Principal } from '../platform/http/access.decorators.js';
import { SessionEntity } from './session.entity.js';

/** Every query on sessions. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(session: SessionEntity): Promise<void> {
    await this.transactions.manager.insert(SessionEntity, session);
  }

  /** The session, locked until the transaction ends. */
  async findForUpdate(id: string): Promise<SessionEntity | null> {
    return this.transactions.manager.findOne(SessionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async rotate(session: SessionEntity): Promise<void> {
    const { id, generation, rotatedAt, lastSeenAt, expiresAt, ip } = session;
    await this.transactions.manager.update(SessionEntity, { id }, { generation, rotatedAt, lastSeenAt, expiresAt, ip });
  }

  /** Who a session speaks for, while it and the account are in use. */
  async findPrincipal(id: string, now: Date): Promise<Principal | undefined> {
    const [row] = await this.transactions.query<Principal>(
      `select s.id as "sessionId", u.id as "userId", u.role, u.status
       from sessions s join users u on u.id = s.user_id
       where s.id = $1 and s.ended_at is null and s.expires_at > $2 and u.status = 'active'`,
      [id, now],
    );
    return row;
  }

  /** Those of the sessions that are over, or whose account is out of use. */
  async findEnded(ids: readonly string[], now: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select asked.id from unnest($1::uuid[]) as asked (id)
       left join sessions s on s.id = asked.id left join users u on u.id = s.user_id
       where s.id is null or s.ended_at is not null or s.expires_at <= $2 or u.status <> 'active'`,
      [ids, now],
    );
    return rows.map(({ id }) => id);
  }

  async listOf(userId: string, now: Date): Promise<SessionEntity[]> {
    return this.transactions.manager
      .createQueryBuilder(SessionEntity, 's')
      .where('s.userId = :userId and s.endedAt is null and s.expiresAt > :now', { userId, now })
      .orderBy('s.lastSeenAt', 'DESC')
      .getMany();
  }

  /** Ends sessions of a user: one, all, or all but one. Returns the ids of those that had not ended before. */
  async end(userId: string, which: { only?: string; except?: string }, now: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `update sessions set ended_at = $4
       where user_id = $1 and ended_at is null and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)
       returning id`,
      [userId, which.only ?? null, which.except ?? null, now],
    );
    return rows.map(({ id }) => id);
  }

  /** Deletes some sessions that were ended, or expired, before a moment; returns how many. */
  async deleteOverBefore(moment: Date, limit: number): Promise<number> {
    const rows = await this.transactions.query(
      `delete from sessions where id = any(array(
         select id from sessions where least(ended_at, expires_at) < $1 limit $2 for update skip locked)) returning id`,
      [moment, limit],
    );
    return rows.length;
  }
}
