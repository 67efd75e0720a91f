import { Injectable } from '@nestjs/common';
import type { NamedRoom } from '#contracts/admin.dto.js';
import type { PostSort } from '#contracts/admin-content.dto.js';
import type { PostKind, PostState } from '#contracts/post.dto.js';
import { searchPatterns } from '../../database/like.js';
import { nameOrder } from '../../database/name-order.js';
import { Transactions } from '../../database/transactions.js';
import { keyset, type PageWish, type SortKey } from '../keyset.js';
import { NAMED_ROOM, READABLE, WITH_ADMIN } from './readable.js';

/** Which posts a list asks for. */
export interface PostFilter {
  q?: string | undefined;
  roomId?: string | undefined;
  authorId?: string | undefined;
  state?: PostState | undefined;
  tag?: string | undefined;
}

/** A post as the console shows it. */
export interface ListedPost {
  id: string;
  slug: string;
  kind: PostKind;
  title: string;
  tags: string[];
  room: NamedRoom;
  authorId: string;
  state: PostState;
  messageCount: number;
  activeAt: Date;
  createdAt: Date;
}

const SORTS: Record<PostSort, SortKey> = {
  title: { sql: nameOrder('p', 'title'), type: 'text' },
  created: { sql: 'p.created_at', type: 'timestamptz' },
  active: { sql: 'h.active_at', type: 'timestamptz' },
};
const POST = `p.id, p.slug, p.kind, p.title, p.author_id as "authorId", p.state, p.created_at as "createdAt", h.active_at as "activeAt",
  h.last_seq - h.first_seq + 1 as "messageCount", ${NAMED_ROOM},
  array(select t.name from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = p.id order by pt.position) as tags`;
const FROM = `posts p join rooms r on r.id = p.room_id join post_heads h on h.post_id = p.id ${WITH_ADMIN}`;
const WANTED = `p.deleted_at is null and ${READABLE} and p.search_key like all($2::text[]) and ($3::uuid is null or p.room_id = $3)
  and ($4::uuid is null or p.author_id = $4) and ($5::text is null or p.state = $5)
  and ($6::text is null or exists (
    select from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = p.id and t.key = lower($6)))`;

/** Every query on posts as admins see them. */
@Injectable()
export class PostListRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Of the posts that the admin may read. */
  async list(
    adminId: string,
    filter: PostFilter,
    sort: PostSort,
    page: PageWish,
  ): Promise<(ListedPost & { sortedBy: string })[]> {
    const { sortedBy, after, orderBy, place } = keyset(SORTS[sort], 'p.id', page);
    return this.transactions.query(
      `select ${POST}, ${sortedBy} from ${FROM} where ${WANTED} and ${after(7)} ${orderBy} limit $9`,
      [adminId, ...wanted(filter), ...place, page.limit],
    );
  }

  async count(adminId: string, filter: PostFilter): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `select count(*)::int as total from ${FROM} where ${WANTED}`,
      [adminId, ...wanted(filter)],
    );
    return row?.total ?? 0;
  }
}

function wanted({ q, roomId, authorId, state, tag }: PostFilter): unknown[] {
  return [searchPatterns(q), roomId ?? null, authorId ?? null, state ?? null, tag ? tag : null];
}
