import type { UpdatePostDto } from '#contracts/post.dto.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { AppError, notFound } from '../platform/errors/app-error.js';
import { differences } from './post-differences.js';
import type { PostRecord } from './post-record.js';
import { PostRevisions } from './post-revisions.service.js';
import { assertCanUpdate } from './post.policy.js';
import { PostChanged } from './posts.events.js';
import { PostsRepository } from './posts.repository.js';
import { PostsService } from './posts.service.js';
import { TagsRepository } from './tags.repository.js';

/** Changes what topics are called, say and carry, and resolves them. */
@Publishes(PostChanged)
export class PostEditor {
  constructor(
    private readonly posts: PostsService,
    private readonly repository: PostsRepository,
    private readonly tags: TagsRepository,
    private readonly revisions: PostRevisions,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /**
   * Changes a post; what is absent stays, and what is so already changes nothing.
   * @returns the post's id
   * @throws AppError `not_found`, `forbidden`, `read_only` in an archived room, `stale_edit` with title and about as they are
   *   when these changed after `baseVersion`
   */
  async update(userId: string, room: string, reference: string, wish: UpdatePostDto): Promise<string> {
    const { id, role } = await this.posts.openToWrite(userId, room, reference);
    const { baseVersion: _, ...named } = wish;
    if (Object.values<unknown>(named).every((value) => value === undefined)) return id;
    const changesText = [wish.title, wish.about, wish.tags].some((value) => value !== undefined);
    await this.transactions.run(async () => {
      // Who changes a tag everywhere holds the tags first and then the posts.
      if (wish.tags) await this.tags.hold();
      const post = await this.repository.hold(id);
      if (!post) throw notFound();
      assertCanUpdate(post, { userId, role }, changesText);
      await this.change(post, userId, wish);
    });
    return id;
  }

  private async change(post: PostRecord, userId: string, { baseVersion, ...wish }: UpdatePostDto): Promise<void> {
    const { columns, tags } = differences(post, wish);
    const isRewritten = columns.title !== undefined || columns.about !== undefined;
    if (isRewritten && baseVersion !== undefined) await this.refuseStale(post.id, baseVersion);
    if (!tags && Object.keys(columns).length === 0) return;
    if (tags) await this.tags.replace(post.id, tags);
    if (columns.state) await this.repository.noteResolver(post.id, columns.state, userId);
    await this.repository.update(post.id, columns);
    if (isRewritten) await this.revisions.keep(post.id, userId);
    await this.events.publish(new PostChanged(post.id, post.roomId));
  }

  private async refuseStale(postId: string, baseVersion: number): Promise<void> {
    const present = await this.revisions.newest(postId);
    if (!present || present.version <= baseVersion) return;
    throw new AppError('stale_edit', 'The post was changed meanwhile.', { currentPost: present });
  }
}
