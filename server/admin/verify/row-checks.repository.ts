import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { type CheckResult, MOST_NAMED } from './check-result.js';
import type { RowCheck } from './row-checks.js';

/** Asks the database whether all rows keep a rule, in one pass and without fetching them. */
@Injectable()
export class RowChecksRepository {
  constructor(private readonly transactions: Transactions) {}

  async findRoomId(slug: string): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ id: string }>(
      `select room_id as id from room_slugs where slug = $1`,
      [slug],
    );
    return row?.id;
  }

  /** @param roomId absent: all rooms */
  async run({ name, sql }: RowCheck, roomId: string | undefined): Promise<CheckResult> {
    const [row] = await this.transactions.query<Omit<CheckResult, 'name'>>(
      `select count(*)::float8 as looked, count(*) filter (where is_faulty)::float8 as faults,
         coalesce(array_agg(id::text) filter (where is_faulty and nth <= ${String(MOST_NAMED)}), '{}') as first
       from (
         select id, is_faulty, count(*) filter (where is_faulty) over (rows unbounded preceding) as nth
         from (${sql}) as checked (id, is_faulty)
       ) as counted`,
      [roomId ?? null],
    );
    return { name, looked: 0, faults: 0, first: [], ...row };
  }
}
