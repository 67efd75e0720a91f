import { Injectable } from '@nestjs/common';
import type { Tag } from '#contracts/post.dto.js';
import { containsPattern } from '../database/like.js';
import { Transactions } from '../database/transactions.js';
import { newId } from '../platform/ids/ids.js';

/** Every query on tags. */
@Injectable()
export class TagsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Gives a post exactly these tags, in this order; unknown ones are made. */
  async replace(postId: string, names: readonly string[]): Promise<void> {
    const keys = names.map((name) => name.toLowerCase());
    await this.transactions.query(
      `insert into tags (id, name, key) select * from unnest($1::uuid[], $2::text[], $3::text[]) order by 3 on conflict do nothing`,
      [names.map(newId), names, keys],
    );
    await this.transactions.query(`delete from post_tags where post_id = $1`, [postId]);
    await this.transactions.query(
      `insert into post_tags (post_id, tag_id, position)
       select $1, t.id, wanted.position from unnest($2::text[]) with ordinality as wanted (key, position) join tags t using (key)`,
      [postId, keys],
    );
  }

  /** Tags of posts that the user may read, the most used first. */
  async list(userId: string, text: string | undefined, limit: number): Promise<Tag[]> {
    return this.transactions.query<Tag>(
      `select t.name, count(*)::int as posts from tags t
         join post_tags pt on pt.tag_id = t.id join posts p on p.id = pt.post_id join rooms r on r.id = p.room_id
         left join room_members m on m.room_id = r.id and m.user_id = $1 and m.left_at is null
       where (r.visibility = 'public' or m.role is not null) and ($2::text is null or t.name ilike $2)
       group by t.id order by count(*) desc, t.key limit $3`,
      [userId, text ? containsPattern(text) : null, limit],
    );
  }
}
