import { Injectable } from '@nestjs/common';
import type { Tag } from '#contracts/post.dto.js';
import { searchPatterns } from '../database/like.js';
import { Transactions } from '../database/transactions.js';
import { newId } from '../platform/ids/ids.js';
import { searchKeyOf } from '../platform/names/search-key.js';
import { sortKeyOf } from '../platform/names/sort-key.js';
import { HOLD_TAGS, idsOf, REMOVE_UNUSED, type TakenTag } from './unused-tags.js';

/** Every query on tags. */
@Injectable()
export class TagsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Keeps others from making, changing or removing tags until the transaction ends. Before any post is held. */
  async hold(): Promise<void> {
    await this.transactions.query(HOLD_TAGS);
  }

  /** Gives a post exactly these tags, in this order; unknown ones are made, and those that no post carries any more go. Of a post that has tags they are held. */
  async replace(postId: string, names: readonly string[]): Promise<void> {
    await this.transactions.query(
      `insert into tags (id, name, key, search_key, sort_key)
       select id, name, lower(name), search_key, sort_key
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as made (id, name, search_key, sort_key) order by 3 on conflict do nothing`,
      [names.map(newId), names, names.map((name) => searchKeyOf(name)), names.map((name) => sortKeyOf(name))],
    );
    // Two who change the tags of one post at once follow each other.
    await this.transactions.query(`select 1 from posts where id = $1 for no key update`, [postId]);
    const taken = await this.transactions.query<TakenTag>(
      `delete from post_tags where post_id = $1 returning tag_id as "tagId"`,
      [postId],
    );
    await this.transactions.query(
      `insert into post_tags (post_id, tag_id, position)
       select $1, t.id, min(wanted.position) from unnest($2::text[]) with ordinality as wanted (name, position)
         join tags t on t.key = lower(wanted.name) group by t.id`,
      [postId, names],
    );
    if (taken.length > 0) await this.transactions.query(REMOVE_UNUSED, [idsOf(taken)]);
  }

  /** Tags of posts that the user may read, the most used first. */
  async list(userId: string, text: string | undefined, limit: number): Promise<Tag[]> {
    const rows = await this.transactions.query<Omit<Tag, 'searchKey'> & { searchKey: string | null }>(
      `select t.name, t.search_key as "searchKey", count(*)::int as posts from tags t
         join post_tags pt on pt.tag_id = t.id join posts p on p.id = pt.post_id join rooms r on r.id = p.room_id
         left join room_members m on m.room_id = r.id and m.user_id = $1 and m.left_at is null
       where p.deleted_at is null and (r.visibility = 'public' or m.role is not null) and t.search_key like all($2::text[])
       group by t.id order by count(*) desc, t.key limit $3`,
      [userId, searchPatterns(text), limit],
    );
    return rows.map((tag) => ({ ...tag, searchKey: tag.searchKey ?? searchKeyOf(tag.name) }));
  }
}
