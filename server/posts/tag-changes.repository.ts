import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { searchKeyOf } from '../platform/names/search-key.js';
import { sortKeyOf } from '../platform/names/sort-key.js';
import { HOLD_TAGS } from './unused-tags.js';

/** A tag as somebody knows it. */
export interface KnownTag {
  id: string;
  name: string;
  /** How many posts that they may read carry it. */
  posts: number;
}

/** Posts of a room that carry a tag. */
export interface TaggedPosts {
  roomId: string;
  postIds: string[];
}

/** Every query that changes the tags of the organisation. */
@Injectable()
export class TagChangesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Keeps tags as they are until the transaction ends: no post gets one that is about to go. */
  async lock(): Promise<void> {
    await this.transactions.query(HOLD_TAGS);
  }

  /** A tag by its name in any case; undefined when no post that the user may read carries it. */
  async findKnown(userId: string, name: string): Promise<KnownTag | undefined> {
    const [row] = await this.transactions.query<KnownTag>(
      `select t.id, t.name, count(*)::int as posts from tags t
         join post_tags pt on pt.tag_id = t.id join posts p on p.id = pt.post_id join rooms r on r.id = p.room_id
         left join room_members m on m.room_id = r.id and m.user_id = $1 and m.left_at is null
       where t.key = lower($2) and p.deleted_at is null and (r.visibility = 'public' or m.role is not null) group by t.id`,
      [userId, name],
    );
    return row;
  }

  /** The id of a tag by its name in any case, whoever may know of it. */
  async findId(name: string): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ id: string }>(`select id from tags where key = lower($1)`, [name]);
    return row?.id;
  }

  async rename(id: string, name: string): Promise<void> {
    await this.transactions.query(
      `update tags set name = $2, key = lower($2), search_key = $3, sort_key = $4 where id = $1`,
      [id, name, searchKeyOf(name), sortKeyOf(name)],
    );
  }

  /** Gives posts that carry one tag another, in its place; those that carry both keep that one where it was. */
  async replace(id: string, otherId: string): Promise<void> {
    await this.transactions.query(
      `insert into post_tags (post_id, tag_id, position)
       select post_id, $2, position from post_tags where tag_id = $1 on conflict do nothing`,
      [id, otherId],
    );
  }

  /** Removes a tag, from its posts too. */
  async remove(id: string): Promise<void> {
    await this.transactions.query(`delete from tags where id = $1`, [id]);
  }

  /** Raises the version of the posts that carry a tag; returns which, by room. */
  async touchPosts(id: string): Promise<TaggedPosts[]> {
    return this.transactions.query<TaggedPosts>(
      `with touched as (
         update posts set version = version + 1
         where id = any(array(
           select p.id from posts p join post_tags pt on pt.post_id = p.id
           where pt.tag_id = $1 and p.deleted_at is null order by p.id for no key update of p))
         returning id, room_id)
       select room_id as "roomId", array_agg(id) as "postIds" from touched group by room_id`,
      [id],
    );
  }
}
