import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** A message whose time is over. */
export interface ExpiredRecord {
  id: string;
  seq: number;
}

/** Every query on messages whose time is over. */
@Injectable()
export class RetentionRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Takes the turn to delete until the transaction ends; false when another process has it. */
  async claimTurn(): Promise<boolean> {
    const [row] = await this.transactions.query<{ isMine: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('roomers: expiring')) as "isMine"`,
    );
    return row?.isMine ?? false;
  }

  /** Posts whose oldest message was written before a moment. */
  async findPosts(before: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select h.post_id as id from post_heads h join messages m on m.post_id = h.post_id and m.seq = h.first_seq
       where m.created_at < $1 order by h.post_id`,
      [before],
    );
    return rows.map(({ id }) => id);
  }

  /** The oldest messages of a post, as long as one after the other was written before the moment. */
  async findPrefix(postId: string, before: Date, limit: number): Promise<ExpiredRecord[]> {
    return this.transactions.query<ExpiredRecord>(
      `with oldest as (select id, seq, created_at from messages where post_id = $1 order by seq limit $3)
       select id, seq from oldest o where not exists (select from oldest kept where kept.created_at >= $2 and kept.seq <= o.seq)
       order by seq`,
      [postId, before, limit],
    );
  }

  /** Frees the keys under which messages were sent. */
  async deleteKeys(ids: readonly string[]): Promise<void> {
    await this.transactions.query(
      `delete from message_keys k using messages m
       where m.id = any($1) and k.author_id = m.author_id and k.client_id = m.client_id`,
      [ids],
    );
  }

  /** Notes number and author of messages with those that quote them and stay; returns these, by number. */
  async leaveQuotes(ids: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<ExpiredRecord>(
      `update messages m set lost_quote = jsonb_build_object('seq', q.seq, 'authorId', q.author_id)
       from messages q where q.id = any($1) and m.reply_to_id = q.id and m.id <> all($1) returning m.id, m.seq`,
      [ids],
    );
    return rows.sort((one, other) => one.seq - other.seq).map(({ id }) => id);
  }

  async delete(ids: readonly string[]): Promise<void> {
    await this.transactions.query(`delete from messages where id = any($1)`, [ids]);
  }
}
