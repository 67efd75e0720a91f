import type { UpdatePostDto } from '#contracts/post.dto.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { notFound } from '../platform/errors/app-error.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { PostFactsService } from './post-facts.service.js';
import type { PostRecord } from './post-record.js';
import { assertCanUpdate } from './post.policy.js';
import { PostChanged } from './posts.events.js';
import { type PostFilter, PostsRepository } from './posts.repository.js';
import { TagsRepository } from './tags.repository.js';

/** Posts: found and changed. `PostFounder` makes them. */
@Publishes(PostChanged)
export class PostsService {
  constructor(
    private readonly repository: PostsRepository,
    private readonly tags: TagsRepository,
    private readonly facts: PostFactsService,
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

  /** Ids of the posts of rooms; only those changed since a transaction when one is given. */
  async findIdsInRooms(roomIds: readonly string[], sinceXid?: string): Promise<string[]> {
    return roomIds.length === 0 ? [] : this.repository.findIdsInRooms(roomIds, sinceXid);
  }

  /**
   * Changes a post; what is absent stays.
   * @returns the post's id
   * @throws AppError `not_found`, `forbidden`, `read_only` in an archived room
   */
  async update(userId: string, room: string, reference: string, { tags, ...change }: UpdatePostDto): Promise<string> {
    const { role, roomId } = await this.rooms.openToWrite(userId, room);
    const post = await this.show(userId, roomId, reference);
    const columns = Object.keys(change);
    if (tags === undefined && columns.length === 0) return post.id;
    const changesText = tags !== undefined || columns.some((column) => column !== 'state');
    assertCanUpdate(post, { userId, role }, changesText);
    await this.transactions.run(async () => {
      if (tags) await this.tags.replace(post.id, tags);
      if (change.state) await this.repository.noteResolver(post.id, change.state, userId);
      await this.repository.update(post.id, change);
      this.facts.forget(post.id);
      await this.events.publish(new PostChanged(post.id, roomId));
    });
    return post.id;
  }

  /**
   * As `show`, for who wants to edit the post.
   * @throws AppError `not_found`, `forbidden` also for the chat post, `read_only` in an archived room
   */
  async openToEdit(userId: string, room: string, reference: string): Promise<PostRecord> {
    const { role, roomId } = await this.rooms.openToWrite(userId, room);
    const post = await this.show(userId, roomId, reference);
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
