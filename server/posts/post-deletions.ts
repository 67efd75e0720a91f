import { isSameName } from '#contracts/text.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { notFound, validationFailed } from '../platform/errors/app-error.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { PostDeletionsRepository } from './post-deletions.repository.js';
import { PostFactsService } from './post-facts.service.js';
import { assertCanDelete } from './post.policy.js';
import { PostDeleted, PostErased } from './posts.events.js';
import { PostsService } from './posts.service.js';

/** The end of topic posts: gone for everybody at once, cleared bit by bit. */
@Publishes(PostDeleted, PostErased)
export class PostDeletions {
  constructor(
    private readonly posts: PostsService,
    private readonly repository: PostDeletionsRepository,
    private readonly facts: PostFactsService,
    private readonly rooms: RoomsService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /** The id of a post that the user may delete. @throws AppError `not_found`, `forbidden`, `read_only`, `chat_post_stays` */
  async open(userId: string, room: string, reference: string): Promise<{ postId: string; roomId: string }> {
    const { role, roomId } = await this.rooms.openToWrite(userId, room);
    const post = await this.posts.show(userId, roomId, reference);
    assertCanDelete(post, { userId, role });
    return { postId: post.id, roomId };
  }

  /**
   * Deletes a post for somebody who may, and who says its title.
   * @throws AppError as `open`, `validation_failed` at `confirmTitle`
   */
  async confirm(userId: string, room: string, reference: string, confirmTitle: string): Promise<void> {
    await this.transactions.run(async () => {
      const { postId, roomId } = await this.open(userId, room, reference);
      await this.end(postId, roomId, userId, (title) => {
        if (isSameName(title, confirmTitle)) return;
        const message = 'This is not the title of the post. Type it as it stands above.';
        throw validationFailed([{ field: 'confirmTitle', code: 'confirmation_wrong', message }]);
      });
    });
  }

  /** Deletes a topic post, whoever asks: for those who keep the organisation. @throws AppError `not_found`, `chat_post_stays` */
  async delete(actorId: string, postId: string): Promise<void> {
    await this.transactions.run(async () => {
      const post = (await this.posts.findMany([postId])).get(postId);
      if (!post) throw notFound();
      assertCanDelete(post, { userId: actorId, role: 'owner' });
      await this.end(postId, post.roomId, actorId);
    });
  }

  /** Deletes all posts of a room, in the transaction that deletes the room. */
  async endAll(roomId: string): Promise<void> {
    await this.repository.markAllDeleted(roomId);
  }

  /** Posts of rooms that were deleted since a transaction. */
  async listGone(roomIds: readonly string[], sinceXid: string): Promise<string[]> {
    return roomIds.length === 0 ? [] : this.repository.listGone(roomIds, sinceXid);
  }

  /** A deleted post that is still to be cleared. */
  async findDeleted(): Promise<string | undefined> {
    return this.repository.findDeleted();
  }

  /** Removes what is left of a deleted post, once its messages are gone. */
  async erase(postId: string): Promise<void> {
    await this.transactions.run(async () => {
      const removed = await this.repository.remove(postId);
      if (removed) await this.events.publish(new PostErased(postId, removed.imageId));
    });
  }

  private async end(postId: string, roomId: string, actorId: string, check?: (title: string) => void): Promise<void> {
    await this.rooms.touch(roomId);
    const title = await this.repository.hold(postId);
    if (title === undefined) throw notFound();
    check?.(title);
    await this.repository.markDeleted(postId);
    this.facts.forget(postId);
    await this.events.publish(new PostDeleted(postId, roomId, actorId, title));
  }
}
