import { Injectable } from '@nestjs/common';
import type { RoomSort, RoomState } from '#contracts/admin-content.dto.js';
import type { RoomRole, RoomVisibility } from '#contracts/room.dto.js';
import { searchPatterns } from '../../database/like.js';
import { nameOrder } from '../../database/name-order.js';
import { Transactions } from '../../database/transactions.js';
import { keyset, type PageWish, type SortKey } from '../keyset.js';
import { STANDING, WITH_ADMIN } from './readable.js';

/** Which rooms a list asks for. */
export interface RoomFilter {
  q?: string | undefined;
  visibility?: RoomVisibility | undefined;
  state?: RoomState | undefined;
  ownerId?: string | undefined;
}

/** A room as the console shows it. */
export interface ListedRoom {
  id: string;
  slug: string;
  name: string;
  visibility: RoomVisibility;
  ownerId: string;
  memberCount: number;
  postCount: number;
  messageCount: number;
  fileBytes: number;
  activeAt: Date;
  createdAt: Date;
  archivedAt: Date | null;
  myRole: RoomRole | null;
}

const ACTIVE_AT = `coalesce((select max(active_at) from post_heads where room_id = r.id), r.created_at)`;
const SORTS: Record<RoomSort, SortKey> = {
  name: { sql: nameOrder('r', 'name'), type: 'text' },
  created: { sql: 'r.created_at', type: 'timestamptz' },
  active: { sql: ACTIVE_AT, type: 'timestamptz' },
  members: { sql: 'r.member_count', type: 'integer' },
};
const ROOM = `r.id, r.slug, r.name, r.visibility, r.owner_id as "ownerId", r.member_count as "memberCount", am.role as "myRole",
  r.created_at as "createdAt", r.archived_at as "archivedAt", ${ACTIVE_AT} as "activeAt",
  (select count(*)::int from post_heads where room_id = r.id) as "postCount",
  (select coalesce(sum(last_seq - first_seq + 1), 0)::int from post_heads where room_id = r.id) as "messageCount",
  (select coalesce(sum(size), 0)::float8 from attachments where room_id = r.id and message_id is not null and gone_at is null) as "fileBytes"`;
const WANTED = `${STANDING} and r.search_key like all($2::text[])
  and ($3::text is null or r.visibility = $3) and ($4::text is null or (r.archived_at is not null) = ($4 = 'archived'))
  and ($5::uuid is null or r.owner_id = $5)`;

/** Every query on rooms as admins see them: how large they are, and nothing of what is in them. */
@Injectable()
export class RoomListRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(
    adminId: string,
    filter: RoomFilter,
    sort: RoomSort,
    page: PageWish,
  ): Promise<(ListedRoom & { sortedBy: string })[]> {
    const { sortedBy, after, orderBy, place } = keyset(SORTS[sort], 'r.id', page);
    return this.transactions.query(
      `select ${ROOM}, ${sortedBy} from rooms r ${WITH_ADMIN} where ${WANTED} and ${after(6)} ${orderBy} limit $8`,
      [adminId, ...wanted(filter), ...place, page.limit],
    );
  }

  async count(adminId: string, filter: RoomFilter): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from rooms r ${WITH_ADMIN} where ${WANTED}`,
      [adminId, ...wanted(filter)],
    );
    return row?.total ?? 0;
  }

  async find(adminId: string, id: string): Promise<ListedRoom | undefined> {
    const [row] = await this.transactions.query<ListedRoom>(
      `select ${ROOM} from rooms r ${WITH_ADMIN} where ${STANDING} and r.id = $2`,
      [adminId, id],
    );
    return row;
  }
}

function wanted({ q, visibility, state, ownerId }: RoomFilter): unknown[] {
  return [searchPatterns(q), visibility ?? null, state ?? null, ownerId ?? null];
}
