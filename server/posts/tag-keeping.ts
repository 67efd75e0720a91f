import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { fieldError, notFound, validationFailed } from '../platform/errors/app-error.js';
import { PostsRetagged } from './posts.events.js';
import { type KnownTag, TagChangesRepository, type TaggedPosts } from './tag-changes.repository.js';

/** What was done to a tag. */
export interface TagChange {
  /** As it was called. */
  before: string;
  /** How many posts that the user may read were changed. */
  posts: number;
}

/**
 * The tags of the organisation, changed in every post that carries them. Who may is asked by who calls; a tag that only posts
 * carry that they may not read is as if it were not there.
 */
@Publishes(PostsRetagged)
export class TagKeeping {
  constructor(
    private readonly repository: TagChangesRepository,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /**
   * Gives a tag another name. One of that name that the user may not know of becomes one with it.
   * @throws AppError `not_found`, `tag_taken` at `name` for that of another tag
   */
  async rename(userId: string, name: string, wanted: string): Promise<TagChange> {
    return this.change(userId, name, async (tag) => {
      const taken = await this.repository.findKnown(userId, wanted);
      if (taken && taken.id !== tag.id)
        throw fieldError('name', 'tag_taken', 'There is a tag of this name already. Merge the two instead.');
      const unknownId = taken ? undefined : await this.repository.findId(wanted);
      if (unknownId !== undefined) await this.unite(unknownId, tag.id);
      await this.repository.rename(tag.id, wanted);
      return this.repository.touchPosts(tag.id);
    });
  }

  /** Makes posts carry another tag instead of this one, which goes. @throws AppError `not_found`, `validation_failed` at `into` */
  async merge(userId: string, name: string, into: string): Promise<TagChange> {
    return this.change(userId, name, async (tag) => {
      const other = await this.repository.findKnown(userId, into);
      if (!other) throw wrongTarget('There is no such tag.');
      if (other.id === tag.id) throw wrongTarget('These are the same tag.');
      const posts = await this.repository.touchPosts(tag.id);
      await this.unite(tag.id, other.id);
      return posts;
    });
  }

  /** Takes a tag from every post. @throws AppError `not_found` */
  async remove(userId: string, name: string): Promise<TagChange> {
    return this.change(userId, name, async (tag) => {
      const posts = await this.repository.touchPosts(tag.id);
      await this.repository.remove(tag.id);
      return posts;
    });
  }

  private async change(
    userId: string,
    name: string,
    apply: (tag: KnownTag) => Promise<TaggedPosts[]>,
  ): Promise<TagChange> {
    return this.transactions.run(async () => {
      await this.repository.lock();
      const tag = await this.repository.findKnown(userId, name);
      if (!tag) throw notFound();
      const changed = await apply(tag);
      await this.events.publishAll(changed.map(({ roomId, postIds }) => new PostsRetagged(roomId, postIds)));
      return { before: tag.name, posts: tag.posts };
    });
  }

  private async unite(id: string, withId: string): Promise<void> {
    await this.repository.replace(id, withId);
    await this.repository.remove(id);
  }
}

function wrongTarget(message: string): Error {
  return validationFailed([{ field: 'into', code: 'invalid', message }]);
}
