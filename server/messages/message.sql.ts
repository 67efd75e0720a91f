/** The words that a list or a quote shows of a message: its own, or else those it forwards. */
export function shownText(alias: string): string {
  return `left(coalesce(nullif(${alias}.text, ''), ${alias}.forwarded ->> 'text', ''), 600)`;
}

// Where it came from is not for everybody who reads it here.
const FORWARDED = `m.forwarded - array['messageId', 'postId', 'roomId', 'seq']`;

/**
 * The columns of a `MessageRecord`, from `messages m` and `post_heads h`. The files and the quoted message come as JSON
 * of the same statement, so that a page or a catch-up shows one moment.
 */
export const MESSAGE_COLUMNS = `
  m.id, m.post_id as "postId", h.room_id as "roomId", m.seq, m.rev, m.author_id as "authorId", m.client_id as "clientId",
  m.kind, m.text, m.system, m.state, m.created_at as "createdAt", m.edited_at as "editedAt",
  case when m.lost_quote is not null then json_build_object('id', m.reply_to_id, 'seq', m.lost_quote -> 'seq',
       'authorId', m.lost_quote -> 'authorId', 'text', '')
     else (select json_build_object('id', q.id, 'seq', q.seq, 'authorId', q.author_id, 'text', ${shownText('q')})
       from messages q where q.id = m.reply_to_id) end as quoted,
  ${FORWARDED} as forwarded,
  (select json_agg(json_build_object('id', a.id, 'name', a.name, 'mime', a.mime, 'size', a.size, 'width', a.width,
     'height', a.height, 'alt', a.alt, 'state', a.state, 'hasThumbnail', a.has_thumbnail) order by a.position)
     from attachments a where a.message_id = m.id and a.gone_at is null) as attached`;
