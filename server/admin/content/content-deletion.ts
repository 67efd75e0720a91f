import { Injectable } from '@nestjs/common';
import { isSameName } from '#contracts/text.js';
import { Transactions } from '../../database/transactions.js';
import { notFound, validationFailed } from '../../platform/errors/app-error.js';
import { isId } from '../../platform/ids/ids.js';
import { PostAccessService } from '../../posts/post-access.service.js';
import { PostDeletions } from '../../posts/post-deletions.js';
import { PostsService } from '../../posts/posts.service.js';
import { RoomDeletions } from '../../rooms/room-deletions.js';
import { RoomsService } from '../../rooms/rooms.service.js';

/** Rooms and posts, deleted by admins. That they are is recorded whoever does it (`RecordDeletionWhenRoomDeleted`, `…WhenPostDeleted`). */
@Injectable()
export class ContentDeletion {
  constructor(
    private readonly rooms: RoomsService,
    private readonly roomDeletions: RoomDeletions,
    private readonly posts: PostsService,
    private readonly postDeletions: PostDeletions,
    private readonly access: PostAccessService,
    private readonly transactions: Transactions,
  ) {}

  /** Deletes any room for an admin who says its name. @throws AppError `not_found`, `validation_failed` at `confirmName` */
  async deleteRoom(adminId: string, id: string, confirmName: string): Promise<void> {
    await this.transactions.run(async () => {
      const room = isId(id) ? await this.rooms.describe(id) : undefined;
      if (!room) throw notFound();
      assertConfirmed('confirmName', room.name, confirmName);
      await this.roomDeletions.delete(adminId, id);
    });
  }

  /**
   * Deletes a topic post that the admin may read and says the title of.
   * @throws AppError `not_found`, `chat_post_stays`, `validation_failed` at `confirmTitle`
   */
  async deletePost(adminId: string, id: string, confirmTitle: string): Promise<void> {
    await this.transactions.run(async () => {
      const { postId } = await this.access.open(adminId, id);
      const post = (await this.posts.findMany([postId])).get(postId);
      if (!post) throw notFound();
      assertConfirmed('confirmTitle', post.title, confirmTitle);
      await this.postDeletions.delete(adminId, postId);
    });
  }
}

function assertConfirmed(field: string, name: string, typed: string): void {
  if (isSameName(name, typed)) return;
  throw validationFailed([
    { field, code: 'confirmation_wrong', message: 'This is not its name. Type it as it stands.' },
  ]);
}
