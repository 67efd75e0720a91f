import { Injectable } from '@nestjs/common';
import type { AdminTag, TagSort } from '#contracts/admin-content.dto.js';
import { searchPatterns } from '../../database/like.js';
import { nameOrder } from '../../database/name-order.js';
import { Transactions } from '../../database/transactions.js';
import { keyset, type PageWish, type SortKey } from '../keyset.js';
import { READABLE, WITH_ADMIN } from './readable.js';

// A tag that only posts of others' private rooms carry would tell what these are about.
const POSTS = `(select count(*)::int from post_tags pt join posts p on p.id = pt.post_id join rooms r on r.id = p.room_id ${WITH_ADMIN}
  where pt.tag_id = t.id and p.deleted_at is null and ${READABLE})`;
const SORTS: Record<TagSort, SortKey> = {
  name: { sql: nameOrder('t', 'name'), type: 'text' },
  posts: { sql: POSTS, type: 'integer' },
};
const WANTED = `t.search_key like all($2::text[]) and ${POSTS} > 0`;

/** Every query on tags as admins see them. */
@Injectable()
export class TagListRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(
    adminId: string,
    text: string | undefined,
    sort: TagSort,
    page: PageWish,
  ): Promise<(AdminTag & { id: string; sortedBy: string })[]> {
    const { sortedBy, after, orderBy, place } = keyset(SORTS[sort], 't.id', page);
    return this.transactions.query(
      `select t.id, t.name, ${POSTS} as posts, ${sortedBy} from tags t where ${WANTED} and ${after(3)} ${orderBy} limit $5`,
      [adminId, searchPatterns(text), ...place, page.limit],
    );
  }

  async count(adminId: string, text: string | undefined): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from tags t where ${WANTED}`,
      [adminId, searchPatterns(text)],
    );
    return row?.total ?? 0;
  }
}
