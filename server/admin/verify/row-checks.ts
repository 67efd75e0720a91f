/** Minutes after which an event that is still waiting is stuck. */
const STUCK_MINUTES = 5;
/** A file waits a day for its message, and a picture about an hour to be processed; then the sweep has its turn. */
const UNSENT_HOURS = 26;
const UNPROCESSED_HOURS = 2;

const POSTS = `posts p left join post_heads h on h.post_id = p.id
  left join lateral (
    select count(*) as messages, min(seq) as least, max(seq) as most, max(rev) as rev from messages where post_id = p.id
  ) m on true
  where $1::uuid is null or p.room_id = $1`;
const MESSAGES = `messages m join posts p on p.id = m.post_id and ($1::uuid is null or p.room_id = $1)`;
const FILES = `attachments a left join messages m on m.id = a.message_id left join posts p on p.id = m.post_id`;

/** A rule that every row must keep: SQL that answers an id and whether it is broken, for one room (`$1`) or all. */
export interface RowCheck {
  name: string;
  sql: string;
  /** Says nothing about one room. */
  isForAll?: boolean;
}

/** What holds in every database, at every moment. */
export const ROW_CHECKS: readonly RowCheck[] = [
  {
    name: 'Messages of a post are numbered without a gap',
    sql: `select p.id, m.messages > 0 and (m.least <> h.first_seq or m.messages <> m.most - m.least + 1) from ${POSTS}`,
  },
  {
    name: 'Heads say what is there',
    sql: `select p.id, h.post_id is null or h.last_seq <> coalesce(m.most, h.first_seq - 1) or h.rev <> coalesce(m.rev, 0)
      from ${POSTS}`,
  },
  {
    name: 'Revs are taken once, and none beyond the head',
    sql: `select m.id, m.rev < 1 or m.rev > h.rev or m.rev is not distinct from lag(m.rev) over (partition by m.post_id order by m.rev)
      from ${MESSAGES} join post_heads h on h.post_id = m.post_id`,
  },
  {
    name: 'Messages taken back are empty',
    sql: `select m.id, m.text <> '' or m.system is not null or m.reply_to_id is not null or m.edited_at is not null
        or exists (select from attachments a where a.message_id = m.id and a.gone_at is null)
      from ${MESSAGES} where m.state <> 'live'`,
  },
  {
    name: 'Quotes follow what they quote',
    sql: `select m.id, q.id is null or q.post_id <> m.post_id or (q.state <> 'live' and m.rev < q.rev)
      from ${MESSAGES} left join messages q on q.id = m.reply_to_id where m.reply_to_id is not null`,
  },
  {
    name: 'Every message has its key',
    sql: `select m.id, k.message_id is distinct from m.id or k.post_id is distinct from m.post_id
      from ${MESSAGES} left join message_keys k on k.author_id = m.author_id and k.client_id = m.client_id where m.kind = 'text'`,
  },
  {
    name: 'Every key has its message',
    sql: `select k.author_id || '/' || k.client_id, m.id is null or m.author_id <> k.author_id or m.client_id is distinct from k.client_id
      from message_keys k join posts p on p.id = k.post_id and ($1::uuid is null or p.room_id = $1)
      left join messages m on m.id = k.message_id`,
  },
  {
    name: 'Read marks are within their posts',
    sql: `select rm.user_id || '/' || rm.post_id, rm.read_seq < h.first_seq - 1 or rm.read_seq > h.last_seq
      from read_marks rm join post_heads h on h.post_id = rm.post_id and ($1::uuid is null or h.room_id = $1)`,
  },
  {
    name: 'Files know their messages',
    sql: `select a.id, a.post_id is distinct from m.post_id or a.room_id <> p.room_id or (m.state = 'live' and a.gone_at is not null)
      from ${FILES} where a.message_id is not null and ($1::uuid is null or a.room_id = $1)`,
  },
  {
    name: 'No upload is left over',
    sql: `select a.id, (a.message_id is null and a.created_at < now() - interval '${UNSENT_HOURS} hours')
        or (a.state = 'processing' and a.created_at < now() - interval '${UNPROCESSED_HOURS} hours')
      from attachments a
      where (a.message_id is null or a.state = 'processing') and a.gone_at is null and ($1::uuid is null or a.room_id = $1)`,
  },
  {
    name: 'No event is stuck in the outbox',
    sql: `select id, created_at < now() - interval '${STUCK_MINUTES} minutes' from outbox where $1::uuid is null`,
    isForAll: true,
  },
];
