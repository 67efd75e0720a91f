import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** A row of the outbox. */
export interface OutboxRow {
  id: string;
  event: string;
  payload: object;
  pending: string[];
  attempts: number;
  /** It has waited for more than a day; only known of a row that was claimed. */
  isOld?: boolean;
}

/** Every query on the outbox. Times are the database's, so that nodes need not agree on theirs. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Stores events with their listeners still to run; other nodes leave them alone for `graceMs`. */
  async insert(rows: readonly OutboxRow[], graceMs: number): Promise<void> {
    await this.transactions.query(
      `insert into outbox (id, event, payload, pending, due_at, created_at)
       select r.id, r.event, r.payload, r.pending, now() + make_interval(secs => $2 / 1000.0), now()
       from jsonb_to_recordset($1::jsonb) as r (id uuid, event text, payload jsonb, pending text[])`,
      [JSON.stringify(rows), graceMs],
    );
  }

  /** Takes over rows whose node did not finish them, for `leaseMs`; a row taken by another node is passed over. */
  async claimDue(limit: number, leaseMs: number): Promise<OutboxRow[]> {
    return this.transactions.query<OutboxRow>(
      `update outbox set attempts = attempts + 1, due_at = now() + make_interval(secs => $2 / 1000.0)
       where id in (select id from outbox where due_at <= now() order by created_at limit $1 for update skip locked)
       returning id, event, payload, pending, attempts, created_at < now() - interval '1 day' as "isOld"`,
      [limit, leaseMs],
    );
  }

  /** Notes that a listener had its effect; the row goes with its last one. */
  async settle(id: string, listener: string): Promise<void> {
    await this.transactions.query(
      `with left_over as (
         update outbox set pending = array_remove(pending, $2) where id = $1 and pending <> array[$2] returning id
       )
       delete from outbox where id = $1 and pending = array[$2]`,
      [id, listener],
    );
  }

  /** Puts a row off, after a listener failed. */
  async postpone(id: string, delayMs: number): Promise<void> {
    await this.transactions.query(
      `update outbox set due_at = now() + make_interval(secs => $2 / 1000.0) where id = $1`,
      [id, delayMs],
    );
  }

  /** How many rows wait, and for how many seconds the oldest has. */
  async backlog(): Promise<{ waiting: number; oldestSeconds: number }> {
    const [row] = await this.transactions.query<{ waiting: number; oldestSeconds: number }>(
      `select count(*)::int as waiting, coalesce(extract(epoch from now() - min(created_at)), 0)::float as "oldestSeconds" from outbox`,
    );
    return row ?? { waiting: 0, oldestSeconds: 0 };
  }
}
