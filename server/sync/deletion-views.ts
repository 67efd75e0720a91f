import { Injectable } from '@nestjs/common';
import type { PostDeletion, RoomDeletion } from '#contracts/deletion.dto.js';
import { AttachmentErasure } from '../attachments/attachment-erasure.js';
import { PostHeadsService } from '../messages/post-heads.service.js';
import { PostDeletions } from '../posts/post-deletions.js';
import { RoomDeletions } from '../rooms/room-deletions.js';
import { RoomsService } from '../rooms/rooms.service.js';

/** What goes when a room or a post is deleted, for who may delete it. */
@Injectable()
export class DeletionViews {
  constructor(
    private readonly roomDeletions: RoomDeletions,
    private readonly postDeletions: PostDeletions,
    private readonly rooms: RoomsService,
    private readonly heads: PostHeadsService,
    private readonly files: AttachmentErasure,
  ) {}

  /** @throws AppError as `RoomDeletions.open` */
  async ofRoom(userId: string, reference: string): Promise<RoomDeletion> {
    const { roomId } = await this.roomDeletions.open(userId, reference);
    const [{ memberCount }, counts, files] = await Promise.all([
      this.rooms.show(userId, roomId),
      this.heads.sumOfRoom(roomId),
      this.files.sum({ roomId }),
    ]);
    return { ...counts, ...files, members: memberCount };
  }

  /** @throws AppError as `PostDeletions.open` */
  async ofPost(userId: string, room: string, reference: string): Promise<PostDeletion> {
    const { postId } = await this.postDeletions.open(userId, room, reference);
    const [messages, files] = await Promise.all([this.heads.countOf(postId), this.files.sum({ postId })]);
    return { messages, ...files };
  }
}
