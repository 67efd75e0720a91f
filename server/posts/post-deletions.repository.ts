import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { HOLD_TAGS, idsOf, REMOVE_UNUSED, type TakenTag } from './unused-tags.js';

/** Every query on the end of posts. */
@Injectable()
export class PostDeletionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The title of a post, held with all tags until the transaction ends; undefined when it is deleted. */
  async hold(postId: string): Promise<string | undefined> {
    await this.transactions.query(HOLD_TAGS);
    const [post] = await this.transactions.query<{ title: string }>(
      `select title from posts where id = $1 and deleted_at is null for no key update`,
      [postId],
    );
    return post?.title;
  }

  /** Takes a held post out of sight; its slugs are free, and tags that only it carried are gone. */
  async markDeleted(postId: string): Promise<void> {
    const statements = [
      `insert into post_departures (id, room_id, post_id) select gen_random_uuid(), room_id, id from posts where id = $1`,
      `delete from post_slugs where post_id = $1`,
      `update posts set deleted_at = now(), version = version + 1 where id = $1`,
    ];
    for (const statement of statements) await this.transactions.query(statement, [postId]);
    await this.takeTags(`post_id = $1`, postId);
  }

  /** Takes all posts of a room out of sight, and the tags that only they carried. */
  async markAllDeleted(roomId: string): Promise<void> {
    await this.transactions.query(HOLD_TAGS);
    await this.transactions.query(`update posts set deleted_at = now() where room_id = $1 and deleted_at is null`, [
      roomId,
    ]);
    await this.takeTags(`post_id in (select id from posts where room_id = $1)`, roomId);
  }

  /** Posts of the rooms that were deleted since a transaction. */
  async listGone(roomIds: readonly string[], sinceXid: string): Promise<string[]> {
    const rows = await this.transactions.query<{ postId: string }>(
      `select post_id as "postId" from post_departures where room_id = any($1) and change_xid >= $2::bigint`,
      [roomIds, sinceXid],
    );
    return rows.map(({ postId }) => postId);
  }

  /** A deleted post that is still to be cleared, the first first. */
  async findDeleted(): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ id: string }>(
      `select id from posts where deleted_at is not null order by deleted_at limit 1`,
    );
    return row?.id;
  }

  /** Removes a deleted post with all that hangs on it. */
  async remove(postId: string): Promise<{ imageId: string | null } | undefined> {
    const [row] = await this.transactions.query<{ imageId: string | null }>(
      `delete from posts where id = $1 and deleted_at is not null returning image_id as "imageId"`,
      [postId],
    );
    return row;
  }

  private async takeTags(ofPosts: string, id: string): Promise<void> {
    const taken = await this.transactions.query<TakenTag>(
      `delete from post_tags where ${ofPosts} returning tag_id as "tagId"`,
      [id],
    );
    if (taken.length > 0) await this.transactions.query(REMOVE_UNUSED, [idsOf(taken)]);
  }
}
