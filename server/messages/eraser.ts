import { Injectable } from '@nestjs/common';
import { AttachmentErasure } from '../attachments/attachment-erasure.js';
import { Transactions } from '../database/transactions.js';
import { PostDeletions } from '../posts/post-deletions.js';
import { RoomDeletions } from '../rooms/room-deletions.js';
import { ErasureRepository } from './erasure.repository.js';

/** Clears deleted rooms and posts in small transactions, so that nobody waits for a large one. Stopped anywhere and run again it ends the same. */
@Injectable()
export class Eraser {
  constructor(
    private readonly repository: ErasureRepository,
    private readonly attachments: AttachmentErasure,
    private readonly posts: PostDeletions,
    private readonly rooms: RoomDeletions,
    private readonly transactions: Transactions,
  ) {}

  /** Clears all that is deleted; ends early when another does the same. */
  async eraseAll(): Promise<void> {
    while (await this.eraseSome());
  }

  private async eraseSome(): Promise<boolean> {
    // The room first: one that goes between the two looks would seem to have no posts left, and take their rows with it at once.
    const roomId = await this.rooms.findDeleted();
    const postId = await this.posts.findDeleted();
    if (postId !== undefined)
      return (await this.attachments.eraseSome({ postId })) || (await this.alone(() => this.erasePost(postId)));
    if (roomId === undefined) return false;
    return (await this.attachments.eraseSome({ roomId })) || (await this.alone(() => this.rooms.erase(roomId)));
  }

  private async erasePost(postId: string): Promise<void> {
    if (await this.repository.eraseMessages(postId)) return;
    if (await this.repository.eraseMarks(postId)) return;
    await this.posts.erase(postId);
  }

  /** False when another is at it: two would take each other's rows for the last ones. */
  private async alone(work: () => Promise<void>): Promise<boolean> {
    return this.transactions.run(async () => {
      if (!(await this.repository.claimTurn())) return false;
      await work();
      return true;
    });
  }
}
