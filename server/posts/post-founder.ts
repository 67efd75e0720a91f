import { CHAT_SLUG } from '#contracts/limits.js';
import type { CreatePostDto } from '#contracts/post.dto.js';
import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { newId } from '../platform/ids/ids.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { PostSlugsService } from './post-slugs.service.js';
import type { PostEntity } from './post.entity.js';
import { PostCreated } from './posts.events.js';
import { PostsRepository } from './posts.repository.js';
import { TagsRepository } from './tags.repository.js';

type NewPost = Pick<PostEntity, 'id' | 'roomId' | 'slug' | 'kind' | 'title' | 'about' | 'authorId'>;

/** Makes posts. */
@Publishes(PostCreated)
export class PostFounder {
  constructor(
    private readonly repository: PostsRepository,
    private readonly tags: TagsRepository,
    private readonly slugs: PostSlugsService,
    private readonly rooms: RoomsService,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /**
   * Makes a topic post where the user may write and publishes `PostCreated`.
   * @returns the post's id
   * @throws AppError `not_found`, `forbidden` for a visitor, `read_only` in an archived room
   */
  async create(userId: string, room: string, { title, about = '', tags = [] }: CreatePostDto): Promise<string> {
    const { roomId } = await this.rooms.openToWrite(userId, room);
    const id = newId();
    await this.transactions.run(async () => {
      await this.rooms.keepStanding(roomId);
      const slug = await this.slugs.claimFor(roomId, title, id);
      await this.store({ id, roomId, slug, kind: 'topic', title, about, authorId: userId }, tags);
    });
    return id;
  }

  /** Makes the chat post of a new room, in the transaction that makes the room. */
  async createChat(roomId: string, id: string, ownerId: string): Promise<void> {
    await this.repository.claimSlug(roomId, CHAT_SLUG, id);
    await this.store({ id, roomId, slug: CHAT_SLUG, kind: 'chat', title: 'Chat', about: '', authorId: ownerId }, [
      'default',
      'chatting',
    ]);
  }

  private async store(post: NewPost, tags: string[]): Promise<void> {
    const fresh = {
      imageId: null,
      state: 'active',
      resolvedAt: null,
      resolvedById: null,
      deletedAt: null,
      version: 1,
    } as const;
    await this.repository.insert({ ...post, ...fresh, createdAt: new Date() });
    await this.tags.replace(post.id, tags);
    await this.events.publish(new PostCreated(post.id, post.roomId, post.kind, post.authorId));
  }
}
