import { Injectable } from '@nestjs/common';
import { searchPatterns } from '../database/like.js';
import { nameOrder } from '../database/name-order.js';
import { Transactions } from '../database/transactions.js';
import { isId, newId } from '../platform/ids/ids.js';
import { searchKeyOf } from '../platform/names/search-key.js';
import { sortKeyOf } from '../platform/names/sort-key.js';
import type { HeldRoom, RoomRecord } from './room-record.js';
import { RoomEntity } from './room.entity.js';
import { isAddress } from './slug.js';
import type { RoomAccess } from './room-access.js';

/** Which rooms a list asks for; by name, after the one named. */
export interface RoomFilter {
  text?: string;
  onlyMine: boolean;
  after?: { sortedBy: string; id: string };
  limit: number;
}

/** A room by its names. */
export interface RoomName {
  id: string;
  slug: string;
  name: string;
}

const RECORD = `r.id, r.slug, r.name, r.search_key as "searchKey", r.about, r.visibility, r.kind, r.image_id as "imageId", r.owner_id as "ownerId", r.chat_post_id as "chatPostId",
  r.member_count as "memberCount", r.archived_at as "archivedAt", r.version, r.created_at as "createdAt", m.role as "myRole",
  coalesce(m.is_favourite, false) as "isFavourite", coalesce(m.favourite_version, 0) as "favouriteVersion"`;
const ACCESS = `r.id as "roomId", r.visibility, r.archived_at is not null as "isArchived", m.role`;
const WITH_ROLE = `rooms r left join room_members m on m.room_id = r.id and m.user_id = $1 and m.left_at is null`;
const BY_NAME = nameOrder('r', 'name');
const READABLE = `r.deleted_at is null and (r.visibility = 'public' or m.role is not null)`;

/** Every query on rooms. */
@Injectable()
export class RoomsRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(room: Omit<RoomEntity, 'changeXid' | keyof NameKeys>): Promise<void> {
    await this.transactions.manager.insert(RoomEntity, { ...room, ...keysOf(room) });
  }

  /** Keeps others from changing a room or its members until the transaction ends; undefined when it is deleted. */
  async hold(roomId: string): Promise<HeldRoom | undefined> {
    const [room] = await this.transactions.query<HeldRoom>(
      `select name, visibility, archived_at is not null as "isArchived" from rooms where id = $1 and deleted_at is null for no key update`,
      [roomId],
    );
    return room;
  }

  /** Of the rooms, those that everybody can join. */
  async findOpen(ids: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select id from rooms where id = any($1) and deleted_at is null and visibility = 'public' and archived_at is null`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** As `hold`, beside others who do the same: for what is put into the room. */
  async isStanding(roomId: string): Promise<boolean> {
    const rows = await this.transactions.query(`select 1 from rooms where id = $1 and deleted_at is null for share`, [
      roomId,
    ]);
    return rows.length > 0;
  }

  /** Changes a room and raises its version. */
  async update(id: string, change: Partial<RoomEntity>): Promise<void> {
    await this.transactions.manager.update(RoomEntity, { id }, { ...change, version: () => 'version + 1' });
    if (change.name !== undefined || change.slug !== undefined) await this.renewKeys(id);
  }

  /**
   * Gives a room another picture or none, raises its version, and says which was there; undefined when nothing changed. Inside a
   * transaction: the row is held first, since `returning old` tells what the statement found and not what it waited for.
   */
  async setImage(id: string, imageId: string | null): Promise<{ previous: string | null } | undefined> {
    const [before] = await this.transactions.query<{ previous: string | null }>(
      `select image_id as previous from rooms where id = $1 and deleted_at is null for no key update`,
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
    if (isId(reference)) return reference;
    if (!isAddress(reference)) return undefined;
    const [row] = await this.transactions.query<{ id: string }>(
      `select room_id as id from room_slugs where slug = $1`,
      [reference.toLowerCase()],
    );
    return row?.id;
  }

  async findAccess(userId: string, roomId: string): Promise<RoomAccess | undefined> {
    const [row] = await this.transactions.query<RoomAccess>(
      `select ${ACCESS} from ${WITH_ROLE} where r.id = $2 and r.deleted_at is null`,
      [userId, roomId],
    );
    return row;
  }

  /** As `findAccess`, by a slug, present or old: in one statement, so that time does not tell whether there is such a room. */
  async findAccessBySlug(userId: string, slug: string): Promise<RoomAccess | undefined> {
    if (!isAddress(slug)) return undefined;
    const [row] = await this.transactions.query<RoomAccess>(
      `select ${ACCESS} from ${WITH_ROLE} where r.id = (select room_id from room_slugs where slug = $2) and r.deleted_at is null`,
      [userId, slug.toLowerCase()],
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
    const [row] = await this.transactions.query<RoomRecord>(
      `select ${RECORD} from ${WITH_ROLE} where r.id = $2 and r.deleted_at is null`,
      [null, id],
    );
    return row;
  }

  async list(
    userId: string,
    { text, onlyMine, after, limit }: RoomFilter,
  ): Promise<(RoomRecord & { sortedBy: string })[]> {
    return this.transactions.query(
      `select ${RECORD}, ${BY_NAME} as "sortedBy" from ${WITH_ROLE}
       where ${READABLE} and ($2::boolean is false or m.role is not null)
         and r.search_key like all($3::text[])
         and ($4::text is null or (${BY_NAME}, r.id) > ($4, $5::uuid))
       order by ${BY_NAME}, r.id limit $6`,
      [userId, onlyMine, searchPatterns(text), after?.sortedBy ?? null, after?.id ?? null, limit],
    );
  }

  async countList(userId: string, { text, onlyMine }: Pick<RoomFilter, 'text' | 'onlyMine'>): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from ${WITH_ROLE}
       where ${READABLE} and ($2::boolean is false or m.role is not null)
         and r.search_key like all($3::text[])`,
      [userId, onlyMine, searchPatterns(text)],
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

  /** The rooms that somebody may lead others into, of those asked for: those they keep, with `orPublic` public ones too; none archived. */
  async listInviting(userId: string, ids: readonly string[], orPublic: boolean): Promise<RoomName[]> {
    return this.transactions.query(
      `select r.id, r.slug, r.name from ${WITH_ROLE}
       where r.id = any($2) and r.deleted_at is null and r.archived_at is null
         and (m.role in ('owner', 'moderator') or ($3 and r.visibility = 'public')) order by r.id`,
      [userId, ids, orPublic],
    );
  }

  /** The rooms that the user owns, by name. */
  async listOwned(userId: string): Promise<RoomName[]> {
    return this.transactions.query(
      `select id, slug, name from rooms where owner_id = $1 and deleted_at is null order by lower(name), id`,
      [userId],
    );
  }

  /** Every room the user may read. */
  async listReadable(userId: string): Promise<RoomRecord[]> {
    return this.transactions.query<RoomRecord>(`select ${RECORD} from ${WITH_ROLE} where ${READABLE}`, [userId]);
  }

  private async renewKeys(id: string): Promise<void> {
    const room = await this.transactions.manager.findOneByOrFail(RoomEntity, { id });
    await this.transactions.manager.update(RoomEntity, { id }, keysOf(room));
  }
}

type NameKeys = Pick<RoomEntity, 'searchKey' | 'sortKey'>;

function keysOf({ name, slug }: Pick<RoomEntity, 'name' | 'slug'>): NameKeys {
  return { searchKey: searchKeyOf(name, slug), sortKey: sortKeyOf(name) };
}
