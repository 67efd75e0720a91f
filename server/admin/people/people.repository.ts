import { Injectable } from '@nestjs/common';
import type { NamedRoom, UserCounts, UserSort } from '#contracts/admin.dto.js';
import type { UserRole, UserStatus } from '#contracts/user.dto.js';
import { searchPatterns } from '../../database/like.js';
import { nameOrder } from '../../database/name-order.js';
import { Transactions } from '../../database/transactions.js';
import { keyset, type PageWish, type SortKey } from '../keyset.js';
import type { HeldAccount } from './account.policy.js';

/** Which people a list asks for. */
export interface PeopleFilter {
  q?: string | undefined;
  role?: UserRole | undefined;
  status?: UserStatus | undefined;
}

/** A user as the console shows them. */
export interface PersonRecord extends HeldAccount {
  /** Null until it is computed. */
  searchKey: string | null;
  email: string;
  imageId: string | null;
  lastSeenAt: Date | null;
  createdAt: Date;
  roomCount: number;
}

const RECORD = `u.id, u.username, u.display_name as "displayName", u.search_key as "searchKey", u.email, u.role, u.status, u.image_id as "imageId",
  u.last_seen_at as "lastSeenAt", u.created_at as "createdAt",
  (select count(*)::int from room_members m where m.user_id = u.id and m.left_at is null) as "roomCount"`;
const SORTS: Record<UserSort, SortKey> = {
  name: { sql: nameOrder('u', 'display_name'), type: 'text' },
  created: { sql: 'u.created_at', type: 'timestamptz' },
  lastSeen: { sql: `coalesce(u.last_seen_at, 'epoch')`, type: 'timestamptz' },
};
const WANTED = `(u.search_key like all($1::text[]) or lower(u.email) like all($1::text[]))
  and ($2::text is null or u.role = $2) and ($3::text is null or u.status = $3)`;

/** Every query on people as admins see them. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(filter: PeopleFilter, sort: UserSort, page: PageWish): Promise<(PersonRecord & { sortedBy: string })[]> {
    const { sortedBy, after, orderBy, place } = keyset(SORTS[sort], 'u.id', page);
    return this.transactions.query(
      `select ${RECORD}, ${sortedBy} from users u where ${WANTED} and ${after(4)} ${orderBy} limit $6`,
      [...wanted(filter), ...place, page.limit],
    );
  }

  async count(filter: PeopleFilter): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from users u where ${WANTED}`,
      wanted(filter),
    );
    return row?.total ?? 0;
  }

  async countAll(): Promise<UserCounts> {
    const [row] = await this.transactions.query<UserCounts>(
      `select count(*)::int as total, count(*) filter (where status = 'active' and role <> 'member')::int as admins,
         count(*) filter (where status = 'active')::int as active, count(*) filter (where status = 'invited')::int as invited,
         count(*) filter (where status = 'deactivated')::int as deactivated from users`,
    );
    return row ?? { total: 0, admins: 0, active: 0, invited: 0, deactivated: 0 };
  }

  async find(id: string): Promise<PersonRecord | undefined> {
    const [row] = await this.transactions.query<PersonRecord>(`select ${RECORD} from users u where u.id = $1`, [id]);
    return row;
  }

  async findOwnerId(): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ id: string }>(`select id from users where role = 'owner'`);
    return row?.id;
  }

  /** Accounts as they are now, held until the transaction ends, so that what they may is decided one after the other. */
  async hold(ids: readonly string[]): Promise<Map<string, HeldAccount>> {
    const rows = await this.transactions.query<HeldAccount>(
      `select id, username, display_name as "displayName", role, status from users where id = any($1) order by id for no key update`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Rooms that a user owns, by name. */
  async ownedRooms(userId: string): Promise<NamedRoom[]> {
    return this.transactions.query(
      `select r.id, r.slug, r.name from room_members m join rooms r on r.id = m.room_id
       where m.user_id = $1 and m.role = 'owner' and m.left_at is null order by lower(r.name), r.id`,
      [userId],
    );
  }
}

function wanted({ q, role, status }: PeopleFilter): unknown[] {
  return [searchPatterns(q), role ?? null, status ?? null];
}
