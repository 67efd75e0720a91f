import { Injectable } from '@nestjs/common';
import { CHAT_SLUG } from '#contracts/limits.js';
import type { PostState } from '#contracts/post.dto.js';
import { searchPatterns } from '../database/like.js';
import { Transactions } from '../database/transactions.js';
import { isId } from '../platform/ids/ids.js';
import { searchKeyOf } from '../platform/names/search-key.js';
import { sortKeyOf } from '../platform/names/sort-key.js';
import { isAddress } from '../rooms/slug.js';
import type { PostAddress, PostFacts, PostPlace, PostRecord, UnreadablePost } from './post-record.js';
import { PostEntity } from './post.entity.js';

/** Which topic posts of a room a list asks for. */
export interface PostFilter {
  tag?: string;
  text?: string;
  state?: PostState;
  /** A username. */
  author?: string;
}

const RECORD = `p.id, p.room_id as "roomId", p.slug, p.kind, p.title, p.search_key as "searchKey", p.about, p.author_id as "authorId", p.image_id as "imageId", p.state, p.version,
  p.resolved_at as "resolvedAt", p.resolved_by_id as "resolvedById", p.created_at as "createdAt",
  array(select t.name from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = p.id order by pt.position) as tags`;

/** Every query on posts. */
@Injectable()
export class PostsRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(post: Omit<PostEntity, 'changeXid' | keyof NameKeys>): Promise<void> {
    await this.transactions.manager.insert(PostEntity, { ...post, ...keysOf(post.title) });
  }

  /** Changes a post and raises its version. */
  async update(id: string, change: Partial<PostEntity>): Promise<void> {
    const columns = change.title === undefined ? change : { ...change, ...keysOf(change.title) };
    await this.transactions.manager.update(PostEntity, { id }, { ...columns, version: () => 'version + 1' });
  }

  /** A post as it is, held until the transaction ends; undefined when it is deleted. */
  async hold(id: string): Promise<PostRecord | undefined> {
    await this.transactions.query(`select 1 from posts where id = $1 for no key update`, [id]);
    const [post] = await this.findMany([id]);
    return post;
  }

  /** Notes who is about to resolve a post, and when, or that it is reopened; nothing when it is in that state already. */
  async noteResolver(id: string, state: PostState, userId: string): Promise<void> {
    await this.transactions.query(
      `update posts set resolved_at = case $2 when 'resolved' then now() end, resolved_by_id = case $2 when 'resolved' then $3::uuid end
       where id = $1 and state <> $2`,
      [id, state, userId],
    );
  }

  /**
   * Gives a post another picture or none, raises its version, and says which was there; undefined when nothing changed. Inside a
   * transaction: the row is held first, since `returning old` tells what the statement found and not what it waited for.
   */
  async setImage(id: string, imageId: string | null): Promise<{ previous: string | null } | undefined> {
    const [before] = await this.transactions.query<{ previous: string | null }>(
      `select image_id as previous from posts where id = $1 and deleted_at is null for no key update`,
      [id],
    );
    if (!before || before.previous === imageId) return undefined;
    await this.update(id, { imageId });
    return before;
  }

  /** Takes a slug within a room; false when another post has or had it. */
  async claimSlug(roomId: string, slug: string, postId: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `insert into post_slugs (room_id, slug, post_id) values ($1, $2, $3) on conflict do nothing returning slug`,
      [roomId, slug, postId],
    );
    return rows.length > 0;
  }

  async isSlugTaken(roomId: string, slug: string): Promise<boolean> {
    const rows = await this.transactions.query(`select 1 from post_slugs where room_id = $1 and slug = $2`, [
      roomId,
      slug,
    ]);
    return rows.length > 0 || slug === CHAT_SLUG;
  }

  /** The id of the room's post that a slug, present or old, or an id names. */
  async resolve(roomId: string, reference: string): Promise<string | undefined> {
    if (!isAddress(reference)) return undefined;
    const [row] = isId(reference)
      ? await this.transactions.query<{ id: string }>(
          `select id from posts where room_id = $1 and id = $2 and deleted_at is null`,
          [roomId, reference],
        )
      : await this.transactions.query<{ id: string }>(
          `select post_id as id from post_slugs where room_id = $1 and slug = $2`,
          [roomId, reference.toLowerCase()],
        );
    return row?.id;
  }

  async findFacts(postId: string): Promise<PostFacts | undefined> {
    const [row] = await this.transactions.query<PostFacts>(
      `select id as "postId", room_id as "roomId", kind, state from posts where id = $1 and deleted_at is null`,
      [postId],
    );
    return row;
  }

  async findAddress(postId: string): Promise<PostAddress | undefined> {
    const [row] = await this.transactions.query<PostAddress>(
      `select r.id as "roomId", r.slug as "roomSlug", p.id as "postId", p.slug as "postSlug"
       from posts p join rooms r on r.id = p.room_id where p.id = $1 and p.deleted_at is null`,
      [postId],
    );
    return row;
  }

  /** Of users and posts, pair by pair, those pairs in which the user may not read the post; `roomId` is null when it is gone. */
  async findUnreadable(pairs: readonly { userId: string; postId: string }[]): Promise<UnreadablePost[]> {
    return this.transactions.query<UnreadablePost>(
      `select asked.user_id as "userId", asked.post_id as "postId", r.id as "roomId"
       from unnest($1::uuid[], $2::uuid[]) as asked (user_id, post_id)
       left join posts p on p.id = asked.post_id and p.deleted_at is null left join rooms r on r.id = p.room_id
       left join room_members m on m.room_id = r.id and m.user_id = asked.user_id and m.left_at is null
       where r.id is null or (r.visibility = 'private' and m.role is null)`,
      [pairs.map(({ userId }) => userId), pairs.map(({ postId }) => postId)],
    );
  }

  async findMany(ids: readonly string[]): Promise<PostRecord[]> {
    return this.transactions.query<PostRecord>(
      `select ${RECORD} from posts p where p.id = any($1) and p.deleted_at is null`,
      [ids],
    );
  }

  /** Ids of a room's posts that match the filter, in no order. */
  async findIds(roomId: string, { tag, text, state, author }: PostFilter): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select p.id from posts p
       where p.room_id = $1 and p.deleted_at is null and ($2::text is null or p.state = $2) and p.search_key like all($3::text[])
         and ($4::text is null or exists (
           select from post_tags pt join tags t on t.id = pt.tag_id where pt.post_id = p.id and t.key = lower($4)))
         and ($5::text is null or p.author_id = (select id from users where username = lower($5)))`,
      [roomId, state ?? null, searchPatterns(text), tag ? tag : null, author ?? null],
    );
    return rows.map(({ id }) => id);
  }

  /** Of the posts, the newest ones after a place in that order. */
  async pageByAge(ids: readonly string[], after: PostPlace | undefined, limit: number): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select id from posts
       where id = any($1) and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid)) order by created_at desc, id desc limit $4`,
      [ids, after?.at ?? null, after?.postId ?? null, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of the posts of rooms, of those changed since a transaction when one is given. */
  async findIdsInRooms(roomIds: readonly string[], sinceXid?: string): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(
      `select id from posts where room_id = any($1) and deleted_at is null and ($2::bigint is null or change_xid >= $2::bigint)`,
      [roomIds, sinceXid ?? null],
    );
    return rows.map(({ id }) => id);
  }
}

type NameKeys = Pick<PostEntity, 'searchKey' | 'sortKey'>;

function keysOf(title: string): NameKeys {
  return { searchKey: searchKeyOf(title), sortKey: sortKeyOf(title) };
}
