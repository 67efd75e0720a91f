import { Injectable } from '@nestjs/common';
import type { RoomRole } from '#contracts/room.dto.js';
import { containsPattern } from '../database/like.js';
import { Transactions } from '../database/transactions.js';

/** A member's row. */
export interface MemberRecord {
  roomId: string;
  userId: string;
  role: RoomRole;
  joinedAt: Date;
  leftAt: Date | null;
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
  after?: { name: string; id: string };
  limit: number;
}

const RECORD = `m.room_id as "roomId", m.user_id as "userId", m.role, m.joined_at as "joinedAt", m.left_at as "leftAt", m.version`;

/** Every query on who belongs to rooms. */
@Injectable()
export class MembersRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The row of a user in a room, also of one who left. */
  async find(roomId: string, userId: string): Promise<MemberRecord | undefined> {
    return this.one(`select ${RECORD} from room_members m where room_id = $1 and user_id = $2`, [roomId, userId]);
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
      `update room_members m set left_at = now(), role = 'member', version = version + 1
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

  async list(roomId: string, { text, after, limit }: MemberFilter): Promise<(MemberRecord & { name: string })[]> {
    return this.transactions.query(
      `select ${RECORD}, lower(u.display_name) as name from room_members m join users u on u.id = m.user_id
       where m.room_id = $1 and m.left_at is null
         and ($2::text is null or u.display_name ilike $2 or u.username ilike $2)
         and ($3::text is null or (lower(u.display_name), u.id) > ($3, $4::uuid))
       order by lower(u.display_name), u.id limit $5`,
      [roomId, text ? containsPattern(text) : null, after?.name ?? null, after?.id ?? null, limit],
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
