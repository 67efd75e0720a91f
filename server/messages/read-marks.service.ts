import { Injectable } from '@nestjs/common';
import type { ReadAck } from '#contracts/socket.dto.js';
import { forbidden, notFound } from '../platform/errors/app-error.js';
import { PostAccessService } from '../posts/post-access.service.js';
import { type MarkRecord, ReadMarksRepository } from './read-marks.repository.js';

/** How far members have read: unread is `lastSeq - readSeq`, nothing else. */
@Injectable()
export class ReadMarksService {
  constructor(
    private readonly repository: ReadMarksRepository,
    private readonly posts: PostAccessService,
  ) {}

  /** Marks everything up to `seq` as read; never goes back. @throws AppError `not_found`, `forbidden` for a visitor, who has no mark */
  async read(userId: string, postId: string, seq: number): Promise<ReadAck> {
    return this.move(userId, postId, seq, false);
  }

  /** Marks everything from `seq` on as unread. @throws AppError as `read` */
  async unread(userId: string, postId: string, seq: number): Promise<ReadAck> {
    return this.move(userId, postId, seq - 1, true);
  }

  /** A new member starts with everything read, in the transaction that makes them one. */
  async startAtNow(userId: string, roomId: string): Promise<void> {
    await this.repository.readRoom(userId, roomId);
  }

  /** The user's marks, of those written since a transaction when one is given. */
  async list(userId: string, sinceXid: string | undefined): Promise<MarkRecord[]> {
    return this.repository.list(userId, sinceXid);
  }

  private async move(userId: string, postId: string, seq: number, mayGoBack: boolean): Promise<ReadAck> {
    const access = await this.posts.open(userId, postId);
    if (access.room.role === null) throw forbidden('Join the room to keep what you have read.');
    const mark = await this.repository.move(userId, access.postId, seq, mayGoBack);
    if (!mark) throw notFound();
    return { readSeq: mark.readSeq, version: mark.version };
  }
}
