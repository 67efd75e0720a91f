import { faceOf } from './face.mjs';

const ROWS = `
select m.id, m.post_id as "postId", m.seq, m.rev, m.state, m.text, m.author_id as "authorId", m.client_id as "clientId",
  (select json_build_object('seq', q.seq, 'excerpt', q.text) from messages q where q.id = m.reply_to_id) as "replyTo",
  (select coalesce(json_agg(json_build_object('id', a.id, 'state', a.state) order by a.position), '[]')
     from attachments a where a.message_id = m.id and a.gone_at is null) as attachments
from unnest($1::uuid[], $2::int[]) as base (post_id, seq) join messages m on m.post_id = base.post_id and m.seq > base.seq`;

/** Messages above the checked ones, by post and number, with the face that a reader should see. */
export async function readStored(database, bases) {
  const stored = new Map([...bases.keys()].map((postId) => [postId, new Map()]));
  const rows = await database.query(ROWS, [[...bases.keys()], [...bases.values()].map(({ seq }) => seq)]);
  for (const row of rows) {
    const key = row.clientId === null ? undefined : `${row.authorId}/${row.clientId}`;
    stored.get(row.postId).set(row.seq, { ...row, key, face: faceOf(row) });
  }
  return stored;
}

/** @returns {Promise<Map<string, { lastSeq: number, rev: number }>>} where each post stands */
export async function readHeads(database) {
  const rows = await database.query('select post_id as "postId", last_seq as "lastSeq", rev from post_heads');
  return new Map(rows.map(({ postId, ...head }) => [postId, head]));
}

/** @returns {Promise<Map<string, number>>} by `user/post` */
export async function readMarks(database) {
  const rows = await database.query('select user_id, post_id, read_seq from read_marks');
  return new Map(rows.map((row) => [`${row.user_id}/${row.post_id}`, row.read_seq]));
}

/** How many messages changed that were checked before, which nobody does. */
export async function countLateChanges(database, bases) {
  const [{ count }] = await database.query(
    `select count(*)::int from unnest($1::uuid[], $2::int[], $3::int[]) as base (post_id, seq, rev)
     join messages m on m.post_id = base.post_id and m.seq <= base.seq and m.rev > base.rev`,
    [[...bases.keys()], [...bases.values()].map(({ seq }) => seq), [...bases.values()].map(({ rev }) => rev)],
  );
  return count;
}

/** What is still to be done: events, and pictures to be processed. */
export async function countWaiting(database) {
  const [{ events, pictures }] = await database.query(
    `select (select count(*)::int from outbox) as events,
       (select count(*)::int from attachments where state = 'processing' and gone_at is null) as pictures`,
  );
  return { events, pictures };
}
