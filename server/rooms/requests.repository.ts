import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** How many ask to join a room, for whom. */
export interface RequestCount {
  roomId: string;
  count: number;
}

/** Every query on who asked to join private rooms. */
@Injectable()
export class RequestsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Notes that a user asks; false when they are a member or asked before. */
  async add(roomId: string, userId: string): Promise<boolean> {
    return this.changed(
      `insert into room_requests (room_id, user_id, created_at)
       select r.id, $2, now() from rooms r
       where r.id = $1 and r.visibility = 'private' and r.deleted_at is null
         and not exists (select from room_members m where m.room_id = r.id and m.user_id = $2 and m.left_at is null)
       on conflict do nothing returning user_id`,
      [roomId, userId],
    );
  }

  /** Forgets a request; false when there is none. */
  async clear(roomId: string, userId: string): Promise<boolean> {
    return this.changed(`delete from room_requests where room_id = $1 and user_id = $2 returning user_id`, [
      roomId,
      userId,
    ]);
  }

  /** Forgets all requests of a room; false when there is none. */
  async clearAll(roomId: string): Promise<boolean> {
    return this.changed(`delete from room_requests where room_id = $1 returning user_id`, [roomId]);
  }

  /** Who asks, the first first. */
  async list(roomId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ userId: string }>(
      `select user_id as "userId" from room_requests where room_id = $1 order by created_at limit 200`,
      [roomId],
    );
    return rows.map(({ userId }) => userId);
  }

  /** How many ask to join each room; rooms that nobody asks for are left out. */
  async count(roomIds: readonly string[]): Promise<RequestCount[]> {
    return this.transactions.query<RequestCount>(
      `select room_id as "roomId", count(*)::int as count from room_requests where room_id = any($1) group by room_id`,
      [roomIds],
    );
  }

  /** Notes that something changed for those who keep a room, so that a sync brings it to them; returns who they are. */
  async touchKeepers(roomId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ userId: string }>(
      `update room_members set change_xid = pg_current_xact_id()::text::bigint
       where room_id = $1 and left_at is null and role in ('owner', 'moderator') returning user_id as "userId"`,
      [roomId],
    );
    return rows.map(({ userId }) => userId);
  }

  private async changed(sql: string, parameters: unknown[]): Promise<boolean> {
    return (await this.transactions.query(sql, parameters)).length > 0;
  }
}
