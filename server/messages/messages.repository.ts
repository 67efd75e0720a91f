import { Injectable } from '@nestjs/common';
import { type Prepared, Transactions } from '../database/transactions.js';
import type { HeadRecord, MessageRecord } from './message-record.js';
import { MESSAGE_COLUMNS } from './message.sql.js';

/** Which stretch of a post is asked for. */
export interface Stretch {
  before?: number;
  after?: number;
  around?: number;
  limit: number;
}

/** A post's head, the reader's mark and messages, all of one moment. */
export interface OpenedRecord {
  head: HeadRecord;
  /** Null without a mark. */
  readSeq: number | null;
  messages: MessageRecord[];
}

/** As `OpenedRecord`; without messages when more changed than is worth sending: starting afresh is cheaper. */
export type ChangedRecord = Omit<OpenedRecord, 'messages'> & { messages: MessageRecord[] | undefined };

/** Most that a catch-up brings; the bytes are those of the database's JSON. */
const CATCH_UP = { messages: 500, bytes: 2 * 1024 * 1024 };

const HEAD = `h.post_id as "postId", h.room_id as "roomId", h.first_seq as "firstSeq", h.last_seq as "lastSeq", h.rev, h.active_at as "activeAt"`;
// As the index says it.
const WRITTEN = `post_id = $1 and kind = 'text' and state = 'live'`;

/** $1 is the post, $2 the reader or null, the rest is the range's. */
const opening = (name: string, range: string): Prepared => ({
  name: `open-${name}`,
  text: `select (select row_to_json(x) from (select ${HEAD}) x) as head,
      (select read_seq from read_marks where user_id = $2 and post_id = h.post_id) as "readSeq",
      (select json_agg(x order by x.seq) from (select ${MESSAGE_COLUMNS} from messages m where m.post_id = h.post_id ${range}) x) as messages
    from post_heads h where h.post_id = $1`,
});
const OPEN = {
  newest: opening('newest', `order by m.seq desc limit $3`),
  before: opening('before', `and m.seq < $3 order by m.seq desc limit $4`),
  after: opening('after', `and m.seq > $3 order by m.seq limit $4`),
  around: opening('around', `and m.seq >= greatest($3, h.first_seq) and m.seq < greatest($3, h.first_seq) + $4`),
};

/** $1 to $3 are the post, the reader or null, and a rev; $4 and $5 how many messages and bytes there may be. */
const CHANGED: Prepared = {
  name: 'open-changed',
  text: `select (select row_to_json(x) from (select ${HEAD}) x) as head,
      (select read_seq from read_marks where user_id = $2 and post_id = h.post_id) as "readSeq",
      case when c.count <= $4 and octet_length(c.messages::text) <= $5 then c.messages end as messages
    from post_heads h cross join lateral (
      select count(*), coalesce(json_agg(x order by x.seq), '[]') as messages
      from (select ${MESSAGE_COLUMNS} from messages m where m.post_id = h.post_id and m.rev > $3 order by m.rev limit $4 + 1) x
    ) c where h.post_id = $1`,
};

type Row = { head: HeadRecord & { activeAt: string }; readSeq: number | null; messages: RawMessage[] | null };
type RawMessage = Omit<MessageRecord, 'createdAt' | 'editedAt'> & { createdAt: string; editedAt: string | null };

function revive(message: RawMessage): MessageRecord {
  return {
    ...message,
    createdAt: new Date(message.createdAt),
    editedAt: message.editedAt === null ? null : new Date(message.editedAt),
  };
}

function reviveHead({ head, readSeq }: Row): Pick<OpenedRecord, 'head' | 'readSeq'> {
  return { head: { ...head, activeAt: new Date(head.activeAt) }, readSeq };
}

/** Every query that reads messages. */
@Injectable()
export class MessagesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A stretch of a post, ascending; undefined when there is no such post. */
  async page(postId: string, stretch: Stretch): Promise<OpenedRecord | undefined> {
    const [statement, parameters] = rangeOf(stretch);
    return this.open(statement, [postId, null, ...parameters]);
  }

  /** The newest messages of a post with the reader's mark. */
  async newest(postId: string, userId: string, limit: number): Promise<OpenedRecord | undefined> {
    return this.open(OPEN.newest, [postId, userId, limit]);
  }

  /** What changed in a post since a rev, with the mark of the reader if there is one; undefined when there is no such post. */
  async changedSince(postId: string, userId: string | null, rev: number): Promise<ChangedRecord | undefined> {
    const parameters = [postId, userId, rev, CATCH_UP.messages, CATCH_UP.bytes];
    const [row] = await this.transactions.prepared<Row>(CHANGED, parameters);
    return row && { ...reviveHead(row), messages: row.messages?.map(revive) };
  }

  async find(id: string): Promise<MessageRecord | undefined> {
    const [message] = await this.findMany([id]);
    return message;
  }

  /** Messages by id, in no order; inside a transaction as it sees them. */
  async findMany(ids: readonly string[]): Promise<MessageRecord[]> {
    return this.transactions.query<MessageRecord>(
      `select ${MESSAGE_COLUMNS} from messages m join post_heads h using (post_id) where m.id = any($1)`,
      [ids],
    );
  }

  /** The message stored under a sender's key, and the post it went to; undefined when the key is new. */
  async findByKey(authorId: string, clientId: string): Promise<{ postId: string; messageId: string } | undefined> {
    const [row] = await this.transactions.query<{ postId: string; messageId: string }>(
      `select post_id as "postId", message_id as "messageId" from message_keys where author_id = $1 and client_id = $2`,
      [authorId, clientId],
    );
    return row;
  }

  /**
   * Who wrote live messages in a post, the most recent writer first, and how many they are in all. It leaps from writer to
   * writer in the index, so its time grows with them and not with their messages.
   */
  async findWriters(postId: string, limit: number): Promise<{ userId: string; total: number }[]> {
    return this.transactions.query(
      `with recursive writers as (
         (select author_id, seq from messages where ${WRITTEN} order by author_id desc, seq desc limit 1)
         union all
         select next.author_id, next.seq from writers w cross join lateral (
           select author_id, seq from messages where ${WRITTEN} and author_id < w.author_id order by author_id desc, seq desc limit 1
         ) next
       )
       select author_id as "userId", count(*) over ()::int as total from writers order by seq desc limit $2`,
      [postId, limit],
    );
  }

  /** Live messages that quote one. */
  async findQuoting(id: string): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select id from messages where reply_to_id = $1 and state = 'live' order by seq`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  private async open(statement: Prepared, parameters: unknown[]): Promise<OpenedRecord | undefined> {
    const [row] = await this.transactions.prepared<Row>(statement, parameters);
    return row && { ...reviveHead(row), messages: (row.messages ?? []).map(revive) };
  }
}

function rangeOf({ before, after, around, limit }: Stretch): [Prepared, number[]] {
  if (before !== undefined) return [OPEN.before, [before, limit]];
  if (after !== undefined) return [OPEN.after, [after, limit]];
  if (around === undefined) return [OPEN.newest, [limit]];
  return [OPEN.around, [around - Math.floor((limit - 1) / 2), limit]];
}
