import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** So many rows go in one transaction. */
const BATCH = 2_000;

/** Every query that clears deleted posts. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Takes the turn to clear until the transaction ends; false when another has it. */
  async claimTurn(): Promise<boolean> {
    const [row] = await this.transactions.query<{ isMine: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('roomers: erasing')) as "isMine"`,
    );
    return row?.isMine ?? false;
  }

  /** Removes some messages of a post with the keys of their senders; false when there are none. */
  async eraseMessages(postId: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `with some_of_them as (
         select id, author_id, client_id from messages where post_id = $1 order by seq limit $2
       ), keys as (
         delete from message_keys k using some_of_them s where k.author_id = s.author_id and k.client_id = s.client_id
       )
       delete from messages where id = any(array(select id from some_of_them)) returning id`,
      [postId, BATCH],
    );
    return rows.length > 0;
  }

  /** Removes some read marks of a post; false when there are none. */
  async eraseMarks(postId: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `delete from read_marks
       where post_id = $1 and user_id = any(array(select user_id from read_marks where post_id = $1 limit $2)) returning user_id`,
      [postId, BATCH],
    );
    return rows.length > 0;
  }
}
