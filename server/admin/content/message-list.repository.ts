import { Injectable } from '@nestjs/common';
import type { NamedRoom } from '#contracts/admin.dto.js';
import type { AdminMessagePost } from '#contracts/admin-content.dto.js';
import type { MessageState } from '#contracts/message.dto.js';
import { containsPattern } from '../../database/like.js';
import { Transactions } from '../../database/transactions.js';
import { firstIdOf } from '../../platform/ids/ids.js';
import { NAMED_ROOM, READABLE, WITH_ADMIN } from './readable.js';

/** Which messages a list asks for. */
export interface MessageFilter {
  q?: string | undefined;
  roomId?: string | undefined;
  authorId?: string | undefined;
  state?: MessageState | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** A message as the console shows it. */
export interface ListedMessage {
  id: string;
  seq: number;
  post: AdminMessagePost;
  room: NamedRoom;
  authorId: string;
  text: string;
  state: MessageState;
  files: number;
  createdAt: Date;
}

const MOST_COUNTED = 10_000;
/** Less than statements wait for others, and less than who asks does. */
const PATIENCE_MS = 4_000;
/** Ids have the time of the process that made them, which is a little before that at which the database stored the row. */
const CLOCKS_DIFFER_MS = 600_000;
const MESSAGE = `m.id, m.seq, json_build_object('id', p.id, 'slug', p.slug, 'title', p.title) as post, ${NAMED_ROOM}, m.author_id as "authorId",
  left(m.text, 600) as text, m.state, m.created_at as "createdAt",
  (select count(*)::int from attachments a where a.message_id = m.id and a.gone_at is null) as files`;
const FROM = `messages m join posts p on p.id = m.post_id join rooms r on r.id = p.room_id ${WITH_ADMIN}`;
const WANTED = `p.deleted_at is null and ${READABLE} and m.kind = 'text' and ($2::text is null or m.text ilike $2)
  and ($3::uuid is null or p.room_id = $3) and ($4::uuid is null or m.author_id = $4) and ($5::text is null or m.state = $5)
  and ($6::timestamptz is null or m.created_at >= $6) and ($7::timestamptz is null or m.created_at < $7)
  and ($8::uuid is null or m.id >= $8) and ($9::uuid is null or m.id < $9)`;

/** Every query on messages as admins see them. */
@Injectable()
export class MessageListRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Of the messages that the admin may read, the newest first: by id, which begins with the time. From the beginning on each
   * row says how many there are, as far as ten thousand. Fails as `tookTooLong` tells when there is too much to look through.
   */
  async list(
    adminId: string,
    filter: MessageFilter,
    before: string | undefined,
    limit: number,
  ): Promise<(ListedMessage & { total: number })[]> {
    return this.transactions.run(async () => {
      await this.transactions.query(`set local statement_timeout = ${String(PATIENCE_MS)}`);
      return this.transactions.query(
        `with found as materialized (
           select m.id from ${FROM} where ${WANTED} and ($10::uuid is null or m.id < $10) order by m.id desc limit $11)
         select ${MESSAGE}, (select count(*)::int from found) as total from ${FROM}
         where m.id in (select id from found order by id desc limit $12) order by m.id desc`,
        [adminId, ...wanted(filter), before ?? null, before === undefined ? MOST_COUNTED : limit, limit],
      );
    });
  }
}

function wanted({ q, roomId, authorId, state, from, to }: MessageFilter): unknown[] {
  const text = q ? containsPattern(q) : null;
  const ids = [
    from && firstIdOf(Date.parse(from) - CLOCKS_DIFFER_MS),
    to && firstIdOf(Date.parse(to) + CLOCKS_DIFFER_MS),
  ];
  return [...[text, roomId, authorId, state, from, to, ...ids].map((value) => value ?? null)];
}
