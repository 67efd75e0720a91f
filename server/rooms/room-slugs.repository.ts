import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';

/** Every query on the slugs that rooms have or had. */
@Injectable()
export class RoomSlugsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Takes a slug for a room; false when another has it, one in the making included (then it waits for its outcome). */
  async claim(slug: string, roomId: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `insert into room_slugs (slug, room_id) values ($1, $2) on conflict do nothing returning slug`,
      [slug, roomId],
    );
    return rows.length > 0;
  }

  /** True when the slug is of a room that the user may read. Of others nothing is told. */
  async isKnownTo(userId: string, slug: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `select 1 from room_slugs s join rooms r on r.id = s.room_id
       left join room_members m on m.room_id = r.id and m.user_id = $1 and m.left_at is null
       where s.slug = $2 and (r.visibility = 'public' or m.role is not null)`,
      [userId, slug],
    );
    return rows.length > 0;
  }

  /** Whose slug it is; undefined when it is free. */
  async holder(slug: string): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ id: string }>(
      `select room_id as id from room_slugs where slug = $1`,
      [slug],
    );
    return row?.id;
  }
}
