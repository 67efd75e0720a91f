import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** How far somebody has read a post. */
export interface MarkRecord {
  postId: string;
  readSeq: number;
  version: number;
}

/** Every query on read marks, but for the sender's, which moves with the message. */
@Injectable()
export class ReadMarksRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Moves a mark to `seq`, no further than the post goes; back only when asked. Returns the mark as it is then. */
  async move(userId: string, postId: string, seq: number, mayGoBack: boolean): Promise<MarkRecord | undefined> {
    const [moved] = await this.transactions.query<MarkRecord>(
      `insert into read_marks as rm (user_id, post_id, read_seq)
       select $1, h.post_id, greatest(least($3, h.last_seq), h.first_seq - 1) from post_heads h where h.post_id = $2
       on conflict (user_id, post_id) do update
         set read_seq = excluded.read_seq, version = rm.version + 1, change_xid = pg_current_xact_id()::text::bigint
         where rm.read_seq < excluded.read_seq or ($4 and rm.read_seq > excluded.read_seq)
       returning post_id as "postId", read_seq as "readSeq", version`,
      [userId, postId, seq, mayGoBack],
    );
    return moved ?? (await this.find(userId, postId));
  }

  /** Marks all posts of a room as read up to now. */
  async readRoom(userId: string, roomId: string): Promise<void> {
    await this.transactions.query(
      `insert into read_marks as rm (user_id, post_id, read_seq)
       select $1, post_id, last_seq from post_heads where room_id = $2 order by post_id
       on conflict (user_id, post_id) do update
         set read_seq = excluded.read_seq, version = rm.version + 1, change_xid = pg_current_xact_id()::text::bigint`,
      [userId, roomId],
    );
  }

  /** The user's marks, of those written since a transaction when one is given. */
  async list(userId: string, sinceXid: string | undefined): Promise<MarkRecord[]> {
    return this.transactions.query<MarkRecord>(
      `select rm.post_id as "postId", greatest(rm.read_seq, h.first_seq - 1) as "readSeq", rm.version
       from read_marks rm join post_heads h on h.post_id = rm.post_id
       where rm.user_id = $1 and ($2::bigint is null or rm.change_xid >= $2::bigint)`,
      [userId, sinceXid ?? null],
    );
  }

  private async find(userId: string, postId: string): Promise<MarkRecord | undefined> {
    const [mark] = await this.transactions.query<MarkRecord>(
      `select post_id as "postId", read_seq as "readSeq", version from read_marks where user_id = $1 and post_id = $2`,
      [userId, postId],
    );
    return mark;
  }
}
