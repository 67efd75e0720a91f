import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Every query on who asked to join private rooms. */
@Injectable()
export class RequestsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Notes that a user asks; nothing when they are a member or asked before. */
  async add(roomId: string, userId: string): Promise<void> {
    await this.transactions.query(
      `insert into room_requests (room_id, user_id, created_at)
       select r.id, $2, now() from rooms r
       where r.id = $1 and r.visibility = 'private'
         and not exists (select from room_members m where m.room_id = r.id and m.user_id = $2 and m.left_at is null)
       on conflict do nothing`,
      [roomId, userId],
    );
  }

  async clear(roomId: string, userId: string): Promise<void> {
    await this.transactions.query(`delete from room_requests where room_id = $1 and user_id = $2`, [roomId, userId]);
  }

  /** Who asks, the first first. */
  async list(roomId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ userId: string }>(
      `select user_id as "userId" from room_requests where room_id = $1 order by created_at limit 200`,
      [roomId],
    );
    return rows.map(({ userId }) => userId);
  }
}
