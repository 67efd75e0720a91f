import { Injectable } from '@nestjs/common';
import type { RoomRole } from '#contracts/room.dto.js';
import { searchPatterns } from '../database/like.js';
import { nameOrder } from '../database/name-order.js';
import { Transactions } from '../database/transactions.js';

/** A member's row. */
export interface MemberRecord {
  roomId: string;
  userId: string;
  role: RoomRole;
  joinedAt: Date;
  leftAt: Date | null;
  isFavourite: boolean;
  favouriteVersion: number;
  version: number;
}

/** Memberships that began or ended. */
export interface MembershipChanges {
  /** Every transaction below is over, and what it wrote is here. */
  until: string;
  changes: { userId: string; roomId: string; isMember: boolean }[];
}

/** Which members a list asks for; by name, after the one named. */
export interface MemberFilter {
  text?: string;
  after?: { sortedBy: string; id: string };
  limit: number;
}

const RECORD = `m.room_id as "roomId", m.user_id as "userId", m.role, m.joined_at as "joinedAt", m.left_at as "leftAt", m.is_favourite as "isFavourite", m.favourite_version as "favouriteVersion", m.version`;
const BY_NAME = nameOrder('u', 'display_name');

/** Every query on who belongs to rooms. */
@Injectable()
export class MembersRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The row of a user in a room, also of one who left. */
  async find(roomId: string, userId: string): Promise<MemberRecord | undefined> {
    return this.one(`select ${RECORD} from room_members m where room_id = $1 and user_id = $2`, [roomId, userId]);
  }

  /** Keeps an account in use until the transaction ends, for who is to own a room; false when it is not. */
  async keepActive(userId: string): Promise<boolean> {
    const rows = await this.transactions.query(`select from users where id = $1 and status = 'active' for key share`, [
      userId,
    ]);
    return rows.length > 0;
  }

  /** Makes a user a member, for the first time or again; undefined when they are one already. */
  async join(roomId: string, userId: string, role: RoomRole): Promise<MemberRecord | undefined> {
    return this.one(
      `insert into room_members as m (room_id, user_id, role, joined_at) values ($1, $2, $3, now())
       on conflict (room_id, user_id) do update set role = excluded.role, joined_at = excluded.joined_at, left_at = null, version = m.version + 1
       where m.left_at is not null returning ${RECORD}`,
      [roomId, userId, role],
    );
  }

  /** Ends a membership; undefined when there is none, or when it is the owner's. */
  async leave(roomId: string, userId: string): Promise<MemberRecord | undefined> {
    return this.one(
      `update room_members m set left_at = now(), role = 'member', is_favourite = false, favourite_version = favourite_version + 1, version = version + 1
       where room_id = $1 and user_id = $2 and left_at is null and role <> 'owner' returning ${RECORD}`,
      [roomId, userId],
    );
  }

  /** Gives a member another role; false when they are no member, or the owner and that is not said with `from`. */
  async setRole(roomId: string, userId: string, role: RoomRole, from?: 'owner'): Promise<boolean> {
    const changed = await this.one(
      `update room_members m set role = $3, version = version + 1
       where room_id = $1 and user_id = $2 and left_at is null and (role = 'owner') = ($4::text is not null) returning ${RECORD}`,
      [roomId, userId, role, from ?? null],
    );
    return changed !== undefined;
  }

  /** Puts a room among a member's favourites or takes it from there; false when nothing changed. */
  async setFavourite(roomId: string, userId: string, isFavourite: boolean): Promise<boolean> {
    const changed = await this.one(
      `update room_members m set is_favourite = $3, favourite_version = favourite_version + 1
       where room_id = $1 and user_id = $2 and left_at is null and is_favourite <> $3 returning ${RECORD}`,
      [roomId, userId, isFavourite],
    );
    return changed !== undefined;
  }

  /** Owner and moderators of a room. */
  async listKeepers(roomId: string): Promise<string[]> {
    const rows = await this.transactions.query<{ userId: string }>(
      `select user_id as "userId" from room_members
       where room_id = $1 and left_at is null and role in ('owner', 'moderator')`,
      [roomId],
    );
    return rows.map(({ userId }) => userId);
  }

  /** Of the rooms, those that the user is a member of. */
  async memberOf(userId: string, roomIds: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.query<{ roomId: string }>(
      `select room_id as "roomId" from room_members where user_id = $1 and room_id = any($2) and left_at is null`,
      [userId, roomIds],
    );
    return rows.map(({ roomId }) => roomId);
  }

  async list(roomId: string, { text, after, limit }: MemberFilter): Promise<(MemberRecord & { sortedBy: string })[]> {
    return this.transactions.query(
      `select ${RECORD}, ${BY_NAME} as "sortedBy" from room_members m join users u on u.id = m.user_id
       where m.room_id = $1 and m.left_at is null
         and u.search_key like all($2::text[])
         and ($3::text is null or (${BY_NAME}, u.id) > ($3, $4::uuid))
       order by ${BY_NAME}, u.id limit $5`,
      [roomId, searchPatterns(text), after?.sortedBy ?? null, after?.id ?? null, limit],
    );
  }

  /** The rooms that users are members of, of those users. */
  async roomsOf(userIds: readonly string[]): Promise<{ userId: string; roomId: string }[]> {
    return this.transactions.query(
      `select user_id as "userId", room_id as "roomId" from room_members where user_id = any($1) and left_at is null`,
      [userIds],
    );
  }

  /** What became of the users' memberships since a transaction, none without it: it may repeat, and never misses. */
  async changesOf(userIds: readonly string[], sinceXid: string | undefined): Promise<MembershipChanges> {
    const [row] = await this.transactions.query<MembershipChanges>(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as until, coalesce((
         select json_agg(json_build_object('userId', user_id, 'roomId', room_id, 'isMember', left_at is null))
         from room_members where user_id = any($1) and change_xid >= $2::bigint
       ), '[]') as changes`,
      [userIds, sinceXid ?? null],
    );
    return row ?? { until: '0', changes: [] };
  }

  /** How many of the users are members of each room. */
  async countAmong(
    roomIds: readonly string[],
    userIds: readonly string[],
  ): Promise<{ roomId: string; count: number }[]> {
    return this.transactions.query(
      `select room_id as "roomId", count(*)::int as count from room_members
       where room_id = any($1) and user_id = any($2) and left_at is null group by room_id`,
      [roomIds, userIds],
    );
  }

  /** The user's rows, also of rooms they left, written since a transaction; all present ones without it. */
  async listOwn(userId: string, sinceXid: string | undefined): Promise<MemberRecord[]> {
    return this.transactions.query<MemberRecord>(
      `select ${RECORD} from room_members m
       where user_id = $1 and case when $2::bigint is null then left_at is null else change_xid >= $2::bigint end`,
      [userId, sinceXid ?? null],
    );
  }

  private async one(sql: string, parameters: unknown[]): Promise<MemberRecord | undefined> {
    const [row] = await this.transactions.query<MemberRecord>(sql, parameters);
    return row;
  }
}
