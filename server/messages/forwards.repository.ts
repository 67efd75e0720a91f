import { Injectable } from '@nestjs/common';
import { LIMITS } from '#contracts/limits.js';
import { Transactions } from '../database/transactions.js';
import { newId } from '../platform/ids/ids.js';
import type { Draft } from './message-batch.repository.js';
import type { StoredForward } from './message-record.js';

/** Every query on what is forwarded. */
@Injectable()
export class ForwardsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Keeps a message from being taken back until the transaction ends; false when it was already. */
  async holdLive(messageId: string): Promise<boolean> {
    const rows = await this.transactions.query(`select 1 from messages where id = $1 and state = 'live' for share`, [
      messageId,
    ]);
    return rows.length > 0;
  }

  /**
   * Gives a stored message files of its own that share the bytes of those of another one, which is held. The rows are held
   * too: whoever takes one away waits, and then sees that its bytes have another user.
   */
  async shareFiles(fromMessageId: string, { id, postId, roomId, authorId }: Draft): Promise<void> {
    const ids = Array.from({ length: LIMITS.attachmentsPerMessage }, newId);
    await this.transactions.query(
      `with held as (
         select * from attachments where message_id = $1 and gone_at is null and state = 'ready' order by position for share
       )
       insert into attachments (id, bytes_id, room_id, post_id, message_id, uploader_id, position, name, mime, size, width, height,
         alt, state, has_thumbnail, created_at)
       select fresh.id, coalesce(f.bytes_id, f.id), $4, $3, $2, $5, f.k, f.name, f.mime, f.size, f.width, f.height, f.alt, f.state, f.has_thumbnail, now()
       from (select held.*, row_number() over (order by position) as k from held) f
       join unnest($6::uuid[]) with ordinality as fresh (id, k) using (k)`,
      [fromMessageId, id, postId, roomId, authorId, ids],
    );
  }

  /** What a live message forwards, with its place whoever may read there. */
  async find(messageId: string): Promise<{ postId: string; source: StoredForward } | undefined> {
    const [row] = await this.transactions.query<{ postId: string; source: StoredForward }>(
      `select post_id as "postId", forwarded as source from messages where id = $1 and forwarded is not null`,
      [messageId],
    );
    return row;
  }
}
