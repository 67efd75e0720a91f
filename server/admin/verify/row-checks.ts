/** Minutes after which an event that is still waiting is stuck. */
const STUCK_MINUTES = 5;
/** A file waits a day for its message, and a picture about an hour to be processed; then the sweep has its turn. */
const UNSENT_HOURS = 26;
const UNPROCESSED_HOURS = 2;
/** What is deleted is cleared at once, or by a later job. */
const UNCLEARED_HOURS = 24;

const POSTS = `posts p left join post_heads h on h.post_id = p.id
  left join lateral (
    select count(*) as messages, min(seq) as least, max(seq) as most, max(rev) as rev from messages where post_id = p.id
  ) m on true
  where p.deleted_at is null and ($1::uuid is null or p.room_id = $1)`;
const MESSAGES = `messages m join posts p on p.id = m.post_id and p.deleted_at is null and ($1::uuid is null or p.room_id = $1)`;
const FILES = `attachments a left join messages m on m.id = a.message_id left join posts p on p.id = m.post_id`;

/** A rule that every row must keep: SQL that answers an id and whether it is broken, for one room (`$1`) or all. */
export interface RowCheck {
  name: string;
  sql: string;
  /** Says nothing about one room. */
  isForAll?: boolean;
}

/** What holds in every database, at every moment, for all that is not deleted. */
export const ROW_CHECKS: readonly RowCheck[] = [
  {
    name: 'Messages of a post are numbered without a gap',
    sql: `select p.id, m.messages > 0 and (m.least <> h.first_seq or m.messages <> m.most - m.least + 1) from ${POSTS}`,
  },
  {
    name: 'Heads say what is there',
    sql: `select p.id, h.post_id is null or h.last_seq <> coalesce(m.most, h.first_seq - 1) or h.rev < coalesce(m.rev, 0)
        -- The one that was changed last may be gone when its time was over.
        or (h.first_seq = 1 and h.rev <> coalesce(m.rev, 0))
      from ${POSTS}`,
  },
  {
    name: 'Revs are taken once, and none beyond the head',
    sql: `select m.id, m.rev < 1 or m.rev > h.rev or m.rev is not distinct from lag(m.rev) over (partition by m.post_id order by m.rev)
      from ${MESSAGES} join post_heads h on h.post_id = m.post_id`,
  },
  {
    name: 'Messages taken back are empty',
    sql: `select m.id, m.text <> '' or m.system is not null or m.forwarded is not null or m.reply_to_id is not null or m.edited_at is not null
        or exists (select from attachments a where a.message_id = m.id and a.gone_at is null)
      from ${MESSAGES} where m.state <> 'live'`,
  },
  {
    name: 'Quotes follow what they quote',
    sql: `select m.id, case when m.lost_quote is null
          then q.id is null or q.post_id <> m.post_id or (q.state <> 'live' and m.rev < q.rev)
          else q.id is not null or h.first_seq <= (m.lost_quote ->> 'seq')::int end
      from ${MESSAGES} join post_heads h on h.post_id = m.post_id left join messages q on q.id = m.reply_to_id where m.reply_to_id is not null`,
  },
  {
    name: 'Every message has its key',
    sql: `select m.id, k.message_id is distinct from m.id or k.post_id is distinct from m.post_id
      from ${MESSAGES} left join message_keys k on k.author_id = m.author_id and k.client_id = m.client_id where m.kind = 'text'`,
  },
  {
    name: 'Every key has its message',
    sql: `select k.author_id || '/' || k.client_id, m.id is null or m.author_id <> k.author_id or m.client_id is distinct from k.client_id
      from message_keys k left join posts p on p.id = k.post_id left join messages m on m.id = k.message_id
      where p.deleted_at is null and ($1::uuid is null or p.room_id = $1)`,
  },
  {
    name: 'Read marks are within their posts',
    sql: `select rm.user_id || '/' || rm.post_id, rm.read_seq < 0 or rm.read_seq > h.last_seq
      from read_marks rm join post_heads h on h.post_id = rm.post_id and ($1::uuid is null or h.room_id = $1)`,
  },
  {
    name: 'Files know their messages',
    sql: `select a.id, a.post_id is distinct from m.post_id or a.room_id <> p.room_id or (m.state = 'live' and a.gone_at is not null)
      from ${FILES} where a.message_id is not null and p.deleted_at is null and ($1::uuid is null or a.room_id = $1)`,
  },
  {
    name: 'Files that share bytes are in messages that forward them',
    sql: `select a.id, a.state <> 'ready' or m.id is null or (m.state = 'live' and m.forwarded is null)
      from ${FILES} where a.bytes_id is not null and p.deleted_at is null and ($1::uuid is null or a.room_id = $1)`,
  },
  {
    name: 'The last revision of a topic is what it says',
    sql: `select p.id, r.title is distinct from p.title or r.about is distinct from p.about or r.version > p.version
      from posts p left join lateral (
        select title, about, version from post_revisions where post_id = p.id order by version desc limit 1
      ) r on true
      where p.kind = 'topic' and p.deleted_at is null and ($1::uuid is null or p.room_id = $1)`,
  },
  {
    name: 'Removed messages say who removed them',
    sql: `select m.id, (m.state = 'removed') <> (r.message_id is not null)
      from ${MESSAGES} left join message_removals r on r.message_id = m.id where m.state = 'removed' or r.message_id is not null`,
  },
  {
    name: 'Rooms have their owner and count their members',
    sql: `select r.id, r.member_count <> count(m.user_id) or coalesce(bool_or(m.user_id = r.owner_id and m.role = 'owner'), false) is false
      from rooms r left join room_members m on m.room_id = r.id and m.left_at is null
      where r.deleted_at is null and ($1::uuid is null or r.id = $1) group by r.id`,
  },
  {
    name: 'Favourites are of members',
    sql: `select room_id || '/' || user_id, left_at is not null
      from room_members where is_favourite and ($1::uuid is null or room_id = $1)`,
  },
  {
    name: 'What was deleted is cleared',
    sql: `select id, deleted_at < now() - interval '${UNCLEARED_HOURS} hours' from (
        select id, id as room_id, deleted_at from rooms union all select id, room_id, deleted_at from posts
      ) d where deleted_at is not null and ($1::uuid is null or room_id = $1)`,
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
