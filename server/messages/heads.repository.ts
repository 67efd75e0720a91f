import { Injectable } from '@nestjs/common';
import type { SystemText } from '#contracts/message.dto.js';
import type { PostPlace } from '../posts/post-record.js';
import { Transactions } from '../database/transactions.js';
import type { HeadRecord } from './message-record.js';
import { shownText } from './message.sql.js';

const HEAD = `h.post_id as "postId", h.room_id as "roomId", h.first_seq as "firstSeq", h.last_seq as "lastSeq", h.rev, h.active_at as "activeAt"`;

/** Where a post stands for one reader. */
export interface ReaderHeadRecord extends HeadRecord {
  /** Null without a mark. */
  readSeq: number | null;
}

/** The newest message of a room. */
export interface LatestRecord {
  roomId: string;
  postId: string;
  seq: number;
  authorId: string;
  text: string;
  system: SystemText | null;
  at: Date;
}

/** Every query on where posts stand. */
@Injectable()
export class HeadsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Starts a post's numbering; nothing when it has started. */
  async start(postId: string, roomId: string): Promise<void> {
    await this.transactions.query(
      `insert into post_heads (post_id, room_id, active_at) values ($1, $2, now()) on conflict do nothing`,
      [postId, roomId],
    );
  }

  /** Ends the numbering of a post: who waits for a number gets none. */
  async end(postId: string): Promise<void> {
    await this.transactions.query(`delete from post_heads where post_id = $1`, [postId]);
  }

  /** Ends the numbering of all posts of a room. */
  async endAll(roomId: string): Promise<void> {
    await this.transactions.query(
      `delete from post_heads
       where post_id = any(array(select post_id from post_heads where room_id = $1 order by post_id for update))`,
      [roomId],
    );
  }

  /** How many posts a room has with how many numbers that still exist. */
  async sum(roomId: string): Promise<{ posts: number; messages: number }> {
    const [row] = await this.transactions.query<{ posts: number; messages: number }>(
      `select count(*)::int as posts, coalesce(sum(last_seq - first_seq + 1), 0)::int as messages from post_heads where room_id = $1`,
      [roomId],
    );
    return row ?? { posts: 0, messages: 0 };
  }

  /** The head, locked until the transaction ends: nobody else takes a number of the post meanwhile. */
  async lock(postId: string): Promise<HeadRecord | undefined> {
    const [head] = await this.transactions.query<HeadRecord>(
      `select ${HEAD} from post_heads h where post_id = $1 for no key update`,
      [postId],
    );
    return head;
  }

  /** Takes `count` revs of a locked post; the first is `rev + 1` of the head before. */
  async takeRevs(postId: string, count: number): Promise<void> {
    await this.transactions.query(
      `update post_heads set rev = rev + $2, change_xid = pg_current_xact_id()::text::bigint where post_id = $1`,
      [postId, count],
    );
  }

  /** Notes with which number a locked post begins now. */
  async raiseFirst(postId: string, firstSeq: number): Promise<void> {
    await this.transactions.query(
      `update post_heads set first_seq = $2, change_xid = pg_current_xact_id()::text::bigint where post_id = $1`,
      [postId, firstSeq],
    );
  }

  /** Heads of the posts. */
  async find(postIds: readonly string[]): Promise<HeadRecord[]> {
    return this.transactions.query<HeadRecord>(`select ${HEAD} from post_heads h where post_id = any($1)`, [postIds]);
  }

  /** Heads with the user's marks. */
  async forReader(userId: string, postIds: readonly string[]): Promise<ReaderHeadRecord[]> {
    return this.transactions.query<ReaderHeadRecord>(
      `select ${HEAD}, rm.read_seq as "readSeq" from post_heads h
       left join read_marks rm on rm.post_id = h.post_id and rm.user_id = $1 where h.post_id = any($2)`,
      [userId, postIds],
    );
  }

  /** Of the posts, the most recently active ones after a place in that order. */
  async pageByActivity(postIds: readonly string[], after: PostPlace | undefined, limit: number): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select post_id as id from post_heads
       where post_id = any($1) and ($2::timestamptz is null or (active_at, post_id) < ($2, $3::uuid))
       order by active_at desc, post_id desc limit $4`,
      [postIds, after?.at ?? null, after?.postId ?? null, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Unread messages of a member, summed over each room's posts. */
  async unreadByRoom(userId: string, roomIds: readonly string[]): Promise<{ roomId: string; unread: number }[]> {
    return this.transactions.query(
      `select h.room_id as "roomId", sum(h.last_seq - greatest(rm.read_seq, h.first_seq - 1))::int as unread from post_heads h
       left join read_marks rm on rm.post_id = h.post_id and rm.user_id = $1 where h.room_id = any($2) group by h.room_id`,
      [userId, roomIds],
    );
  }

  /** The newest message of each room; none for a room without. */
  async latestByRoom(roomIds: readonly string[]): Promise<LatestRecord[]> {
    return this.transactions.query<LatestRecord>(
      `select h.room_id as "roomId", m.post_id as "postId", m.seq, m.author_id as "authorId", ${shownText('m')} as text, m.system, m.created_at as at
       from unnest($1::uuid[]) as room (id)
       cross join lateral (
         select room_id, post_id, last_seq from post_heads where room_id = room.id and last_seq >= first_seq order by active_at desc limit 1
       ) h
       join messages m on m.post_id = h.post_id and m.seq = h.last_seq`,
      [roomIds],
    );
  }

  /** Posts of the rooms whose head moved since a transaction. */
  async changedSince(roomIds: readonly string[], sinceXid: string): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select post_id as id from post_heads where room_id = any($1) and change_xid >= $2::bigint`,
      [roomIds, sinceXid],
    );
    return rows.map(({ id }) => id);
  }
}
