import { Injectable } from '@nestjs/common';
import { type Prepared, Transactions } from '../database/transactions.js';
import type { SystemText } from '#contracts/message.dto.js';
import type { AttachmentRecord } from '../attachments/attachment-record.js';
import type { QuotedRecord, StoredForward } from './message-record.js';
import { shownText } from './message.sql.js';

/** A message that waits for its numbers. */
export interface Draft {
  id: string;
  postId: string;
  roomId: string;
  authorId: string;
  /** Null only for system messages, which nobody sends twice. */
  clientId: string | null;
  text: string;
  system: SystemText | null;
  replyToId: string | null;
  attachmentIds: string[];
  forwarded?: StoredForward;
}

/** What storing a draft gave it. */
export interface StoredRow {
  id: string;
  seq: number;
  rev: number;
  createdAt: Date;
  quoted: QuotedRecord | null;
  attached: AttachmentRecord[] | null;
  /** Version of the sender's read mark, which stands at the message now or at a later one of the same batch. */
  readSeq: number;
  readVersion: number;
}

/** SQLSTATEs of our own that the statement below raises. */
export const REFUSED = { attachment: 'RM001', quote: 'RM002', post: 'RM003' } as const;

/**
 * Stores all waiting messages and numbers them gaplessly in the order given, in one statement and so one transaction.
 * Locks are taken in the order that holds everywhere: keys, heads by post id, messages, marks, attachments.
 * What is quoted is locked once the head is: whoever changed it while this statement waited for the head is seen then.
 * Rows are looked for by their ids in arrays: the plan is made once, while tables may be empty, and a plain join of them would
 * read whole tables, or all messages of a post, to find one row.
 * What is checked is checked also when nothing could be stored: a row without a message stands for that.
 * A draft whose key exists stores nothing and returns no row. Anything else that cannot be stored fails the whole
 * statement, so that a key never stays without its message.
 */
const STORE: Prepared = {
  name: 'store-messages',
  text: `
with input as (
  select * from json_to_recordset($1::json) as t (n int, id uuid, "postId" uuid, "roomId" uuid, "authorId" uuid,
    "clientId" uuid, text text, system jsonb, "replyToId" uuid, "attachmentIds" uuid[], forwarded jsonb)
), keys as (
  insert into message_keys (author_id, client_id, message_id, post_id)
  select "authorId", "clientId", id, "postId" from input where "clientId" is not null order by "authorId", "clientId", n
  on conflict do nothing returning message_id
), fresh as (
  select i.*, row_number() over (partition by i."postId" order by i.n)::int as k
  from input i where i."clientId" is null or i.id in (select message_id from keys)
), counts as (
  select "postId", count(*)::int as c from fresh group by "postId"
), locked as (
  select h.post_id from post_heads h where h.post_id = any (array(select "postId" from counts)) order by h.post_id for no key update
), heads as (
  update post_heads h
  set last_seq = h.last_seq + c.c, rev = h.rev + c.c, active_at = now(), change_xid = pg_current_xact_id()::text::bigint
  from counts c where h.post_id = c."postId" and h.post_id = any (array(select post_id from locked))
  returning h.post_id, h.last_seq - c.c as seq0, h.rev - c.c as rev0
), stored as (
  insert into messages (id, post_id, seq, rev, author_id, client_id, kind, text, system, reply_to_id, forwarded, created_at)
  select f.id, f."postId", h.seq0 + f.k, h.rev0 + f.k, f."authorId", f."clientId",
    case when f.system is null then 'text' else 'system' end, f.text, f.system, f."replyToId", f.forwarded, now()
  from fresh f join heads h on h.post_id = f."postId"
  returning id, post_id, seq, rev, author_id, created_at
), marks as (
  insert into read_marks as rm (user_id, post_id, read_seq)
  select author_id, post_id, max(seq) from stored group by author_id, post_id order by author_id, post_id
  on conflict (user_id, post_id) do update
    set read_seq = excluded.read_seq, version = rm.version + 1, change_xid = pg_current_xact_id()::text::bigint
  returning user_id, post_id, read_seq, version
), wanted as (
  select f.id as message_id, f."postId", f."authorId", f."roomId", a.id as attachment_id, a.position
  from fresh f cross join lateral unnest(f."attachmentIds") with ordinality as a (id, position)
), linked as (
  update attachments a set message_id = w.message_id, post_id = w."postId", position = w.position
  from wanted w
  where a.id = any (array(select attachment_id from wanted)) and a.id = w.attachment_id and a.uploader_id = w."authorId" and a.room_id = w."roomId"
    and a.message_id is null and a.gone_at is null and a.state <> 'rejected'
  returning a.*
), quotes as (
  select f.id as message_id, q.id, q.seq, q.author_id, ${shownText('q')} as text
  from fresh f join heads h on h.post_id = f."postId"
    cross join lateral (select * from messages m where m.id = f."replyToId" for share) q
  where f."replyToId" is not null and q.post_id = h.post_id
), checked as materialized (
  select refuse_unless((select count(*) from stored) = (select count(*) from fresh), '${REFUSED.post}')
    and refuse_unless((select count(*) from linked) = (select count(*) from wanted), '${REFUSED.attachment}')
    and refuse_unless((select count(*) from quotes) = (select count("replyToId") from fresh), '${REFUSED.quote}') as is_good
)
select s.id, s.seq, s.rev, s.created_at as "createdAt", k.read_seq as "readSeq", k.version as "readVersion",
  (select json_build_object('id', q.id, 'seq', q.seq, 'authorId', q.author_id, 'text', q.text) from quotes q where q.message_id = s.id) as quoted,
  (select json_agg(json_build_object('id', l.id, 'name', l.name, 'mime', l.mime, 'size', l.size, 'width', l.width, 'height', l.height,
     'alt', l.alt, 'state', l.state, 'hasThumbnail', l.has_thumbnail) order by l.position) from linked l where l.message_id = s.id) as attached
from checked left join (stored s join marks k on k.user_id = s.author_id and k.post_id = s.post_id) on checked.is_good
order by s.post_id, s.seq`,
};

/** The one statement that stores messages. */
@Injectable()
export class MessageBatchRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Stores drafts in their order; returns a row for each that was new. @throws a database error with a SQLSTATE of `REFUSED` */
  async store(drafts: readonly Draft[]): Promise<StoredRow[]> {
    const input = JSON.stringify(drafts.map((draft, n) => ({ n, ...draft })));
    const rows = await this.transactions.prepared<StoredRow | { id: null }>(STORE, [input]);
    return rows.filter((row): row is StoredRow => row.id !== null);
  }
}
