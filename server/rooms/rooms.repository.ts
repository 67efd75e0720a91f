import { Injectable } from '@nestjs/common';
import { containsPattern } from '../database/like.js';
import { Transactions } from '../database/transactions.js';
import { isId, newId } from '../platform/ids/ids.js';
import type { RoomRecord } from './room-record.js';
import { RoomEntity } from './room.entity.js';
import { isAddress } from './slug.js';
import type { RoomAccess } from './room-access.js';

/** Which rooms a list asks for; by name, after the one named. */
export interface RoomFilter {
  text?: string;
  onlyMine: boolean;
  after?: { name: string; id: string };
  limit: number;
}

const RECORD = `r.id, r.slug, r.name, r.about, r.visibility, r.kind, r.image_id as "imageId", r.owner_id as "ownerId", r.chat_post_id as "chatPostId",
  r.member_count as "memberCount", r.archived_at as "archivedAt", r.version, r.created_at as "createdAt", m.role as "myRole"`;
const WITH_ROLE = `rooms r left join room_members m on m.room_id = r.id and m.user_id = $1 and m.left_at is null`;
const READABLE = `(r.visibility = 'public' or m.role is not null)`;

/** Every query on rooms. */
@Injectable()
export class RoomsRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(room: Omit<RoomEntity, 'changeXid'>): Promise<void> {
    await this.transactions.manager.insert(RoomEntity, room);
  }

  /** Changes a room and raises its version. */
  async update(id: string, change: Partial<RoomEntity>): Promise<void> {
    await this.transactions.manager.update(RoomEntity, { id }, { ...change, version: () => 'version + 1' });
  }

  /**
   * Gives a room another picture or none, raises its version, and says which was there; undefined when nothing changed. Inside a
   * transaction: the row is held first, since `returning old` tells what the statement found and not what it waited for.
   */
  async setImage(id: string, imageId: string | null): Promise<{ previous: string | null } | undefined> {
    const [before] = await this.transactions.query<{ previous: string | null }>(
      `select image_id as previous from rooms where id = $1 for no key update`,
      [id],
    );
    if (!before || before.previous === imageId) return undefined;
    await this.update(id, { imageId });
    return before;
  }

  /** Notes that members came (`delta` 1) or went (-1). */
  async count(id: string, delta: number): Promise<void> {
    await this.transactions.query(
      `update rooms set member_count = member_count + $2, version = version + 1 where id = $1`,
      [id, delta],
    );
  }

  /** Notes that a room that all could read is for its members only from now on, so that others are told it is gone. */
  async hideFromVisitors(id: string): Promise<void> {
    await this.transactions.query(
      `insert into room_departures (id, room_id) select $2, id from rooms where id = $1 and visibility = 'public'`,
      [id, newId()],
    );
  }

  /** Rooms that went out of the user's sight since a transaction. */
  async listGone(userId: string, sinceXid: string): Promise<string[]> {
    const rows = await this.transactions.query<{ roomId: string }>(
      `select d.room_id as "roomId" from room_departures d
         left join rooms r on r.id = d.room_id left join room_members m on m.room_id = r.id and m.user_id = $1 and m.left_at is null
         where d.change_xid >= $2::bigint and (d.user_id is null or d.user_id = $1)
           and (r.id is null or (r.visibility = 'private' and m.role is null))
       union select m.room_id from room_members m join rooms r on r.id = m.room_id
         where m.user_id = $1 and m.left_at is not null and m.change_xid >= $2::bigint and r.visibility = 'private'`,
      [userId, sinceXid],
    );
    return rows.map(({ roomId }) => roomId);
  }

  /** The id behind a slug, present or old, or an id; undefined when there is none. */
  async resolve(reference: string): Promise<string | undefined> {
    if (isId(reference)) return reference.toLowerCase();
    if (!isAddress(reference)) return undefined;
    const [row] = await this.transactions.query<{ id: string }>(
      `select room_id as id from room_slugs where slug = $1`,
      [reference.toLowerCase()],
    );
    return row?.id;
  }

  async findAccess(userId: string, roomId: string): Promise<RoomAccess | undefined> {
    const [row] = await this.transactions.query<RoomAccess>(
      `select r.id as "roomId", r.visibility, r.archived_at is not null as "isArchived", m.role from ${WITH_ROLE} where r.id = $2`,
      [userId, roomId],
    );
    return row;
  }

  /** The rooms that the user may read, of those asked for. */
  async findReadable(userId: string, ids: readonly string[]): Promise<RoomRecord[]> {
    return this.transactions.query<RoomRecord>(
      `select ${RECORD} from ${WITH_ROLE} where r.id = any($2) and ${READABLE}`,
      [userId, ids],
    );
  }

  /** One room, whoever asks: for what goes to all of its readers. */
  async findAny(id: string): Promise<RoomRecord | undefined> {
    const [row] = await this.transactions.query<RoomRecord>(`select ${RECORD} from ${WITH_ROLE} where r.id = $2`, [
      null,
      id,
    ]);
    return row;
  }

  async list(userId: string, { text, onlyMine, after, limit }: RoomFilter): Promise<RoomRecord[]> {
    return this.transactions.query<RoomRecord>(
      `select ${RECORD} from ${WITH_ROLE}
       where ${READABLE} and ($2::boolean is false or m.role is not null)
         and ($3::text is null or r.name ilike $3 or r.slug like lower($3))
         and ($4::text is null or (lower(r.name), r.id) > ($4, $5::uuid))
       order by lower(r.name), r.id limit $6`,
      [userId, onlyMine, text ? containsPattern(text) : null, after?.name ?? null, after?.id ?? null, limit],
    );
  }

  async countList(userId: string, { text, onlyMine }: Pick<RoomFilter, 'text' | 'onlyMine'>): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from ${WITH_ROLE}
       where ${READABLE} and ($2::boolean is false or m.role is not null)
         and ($3::text is null or r.name ilike $3 or r.slug like lower($3))`,
      [userId, onlyMine, text ? containsPattern(text) : null],
    );
    return row?.total ?? 0;
  }

  /** Rooms the user may read that changed, or in which their place changed, since a transaction. */
  async listChanged(userId: string, sinceXid: string): Promise<RoomRecord[]> {
    return this.transactions.query<RoomRecord>(
      `select ${RECORD} from ${WITH_ROLE} where ${READABLE} and (r.change_xid >= $2::bigint or m.change_xid >= $2::bigint)`,
      [userId, sinceXid],
    );
  }

  /** Every room the user may read. */
  async listReadable(userId: string): Promise<RoomRecord[]> {
    return this.transactions.query<RoomRecord>(`select ${RECORD} from ${WITH_ROLE} where ${READABLE}`, [userId]);
  }
}
