import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { HeldRoom } from './room-record.js';

/** Every query on the end of rooms. */
@Injectable()
export class RoomDeletionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Takes a held room out of sight: its members leave, its slugs are free, nobody may read it. */
  async markDeleted(roomId: string, { visibility }: HeldRoom): Promise<void> {
    const told =
      visibility === 'public'
        ? `select $1::uuid, null::uuid`
        : `select room_id, user_id from room_members
      where room_id = $1 and left_at is null`;
    const statements = [
      `insert into room_departures (id, room_id, user_id) select gen_random_uuid(), * from (${told}) as told`,
      `update room_members set left_at = now(), role = 'member', is_favourite = false, favourite_version = favourite_version + 1, version = version + 1
       where room_id = $1 and left_at is null`,
      `delete from room_requests where room_id = $1`,
      `delete from room_slugs where room_id = $1`,
      `update rooms set deleted_at = now(), visibility = 'private', member_count = 0, version = version + 1
       where id = $1`,
    ];
    for (const statement of statements) await this.transactions.query(statement, [roomId]);
  }

  /** A deleted room that is still to be cleared, the first first. */
  async findDeleted(): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ id: string }>(
      `select id from rooms where deleted_at is not null order by deleted_at limit 1`,
    );
    return row?.id;
  }

  /** Removes a deleted room with all that hangs on it. */
  async remove(roomId: string): Promise<{ imageId: string | null } | undefined> {
    const [row] = await this.transactions.query<{ imageId: string | null }>(
      `delete from rooms where id = $1 and deleted_at is not null returning image_id as "imageId"`,
      [roomId],
    );
    return row;
  }
}
