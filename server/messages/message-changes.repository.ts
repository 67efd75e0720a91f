import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Every query that changes stored messages. The post's head is locked before. */
@Injectable()
export class MessageChangesRepository {
  constructor(private readonly transactions: Transactions) {}

  async setText(id: string, text: string): Promise<void> {
    // A later edit is later in the milliseconds that clients compare, too.
    await this.transactions.query(
      `update messages set text = $2, edited_at = greatest(clock_timestamp(), coalesce(edited_at, created_at) + interval '1 millisecond') where id = $1`,
      [id, text],
    );
  }

  /** Empties a message; its number and author stay. */
  async empty(id: string, state: 'recalled' | 'removed'): Promise<void> {
    await this.transactions.query(
      `update messages set state = $2, text = '', system = null, reply_to_id = null, lost_quote = null, forwarded = null, edited_at = null where id = $1`,
      [id, state],
    );
  }

  /** Gives messages consecutive revs from `first` on, in the order given. */
  async setRevs(ids: readonly string[], first: number): Promise<void> {
    await this.transactions.query(
      `update messages m set rev = $2 + changed.n - 1 from unnest($1::uuid[]) with ordinality as changed (id, n) where m.id = changed.id`,
      [ids, first],
    );
  }
}
