import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { notFound } from '../platform/errors/app-error.js';
import type { RoomAccess } from '../rooms/room-access.js';
import { RoomsService } from '../rooms/rooms.service.js';
import type { PostPlace, PostRecord } from './post-record.js';
import { assertCanUpdate } from './post.policy.js';
import { PostChanged } from './posts.events.js';
import { type PostFilter, PostsRepository } from './posts.repository.js';

/** Posts: found, and shown with a picture. `PostFounder` makes them, `PostEditor` changes them. */
@Publishes(PostChanged)
export class PostsService {
  constructor(
    private readonly repository: PostsRepository,
    private readonly rooms: RoomsService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /** A post of a room that the user may read, by slug, present or old, or id. @throws AppError `not_found` */
  async show(userId: string, room: string, reference: string): Promise<PostRecord> {
    const { roomId } = await this.rooms.open(userId, room);
    const postId = await this.repository.resolve(roomId, reference);
    const [post] = postId === undefined ? [] : await this.repository.findMany([postId]);
    if (!post) throw notFound();
    return post;
  }

  /** Posts by id, whoever may read them; those that are gone are left out. */
  async findMany(ids: readonly string[]): Promise<Map<string, PostRecord>> {
    const posts = ids.length === 0 ? [] : await this.repository.findMany(ids);
    return new Map(posts.map((post) => [post.id, post]));
  }

  /** Ids of a room's posts that match the filter, in no order. */
  async findIds(roomId: string, filter: PostFilter): Promise<string[]> {
    return this.repository.findIds(roomId, filter);
  }

  /** Of the posts, a page of the newest ones, as ids in that order. */
  async pageByAge(postIds: readonly string[], after: PostPlace | undefined, limit: number): Promise<string[]> {
    return this.repository.pageByAge(postIds, after, limit);
  }

  /** Ids of the posts of rooms; only those changed since a transaction when one is given. */
  async findIdsInRooms(roomIds: readonly string[], sinceXid?: string): Promise<string[]> {
    return roomIds.length === 0 ? [] : this.repository.findIdsInRooms(roomIds, sinceXid);
  }

  /**
   * A post where the user may write, and the user's role there.
   * @throws AppError `not_found`, `forbidden` for a visitor, `read_only` in an archived room
   */
  async openToWrite(userId: string, room: string, reference: string): Promise<PostRecord & Pick<RoomAccess, 'role'>> {
    const { role, roomId } = await this.rooms.openToWrite(userId, room);
    return { ...(await this.show(userId, roomId, reference)), role };
  }

  /**
   * As `show`, for who wants to edit the post.
   * @throws AppError `not_found`, `forbidden` also for the chat post, `read_only` in an archived room
   */
  async openToEdit(userId: string, room: string, reference: string): Promise<PostRecord> {
    const { role, ...post } = await this.openToWrite(userId, room, reference);
    assertCanUpdate(post, { userId, role }, true);
    return post;
  }

  /** Gives a post another picture or none; returns the one before. @throws AppError as `openToEdit` */
  async setImage(userId: string, room: string, reference: string, imageId: string | null): Promise<string | null> {
    return this.transactions.run(async () => {
      const { id, roomId } = await this.openToEdit(userId, room, reference);
      const changed = await this.repository.setImage(id, imageId);
      if (changed) await this.events.publish(new PostChanged(id, roomId));
      return changed?.previous ?? null;
    });
  }
}
