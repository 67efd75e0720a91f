import { Injectable } from '@nestjs/common';
import type { SharedFile, SharedFilePage, SharedFilesQuery } from '#contracts/attachment.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { presentAttachment } from '../attachments/attachment.presenter.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import { PostAccessService } from '../posts/post-access.service.js';
import { RoomsService } from '../rooms/rooms.service.js';
import {
  type FileKey,
  type FilePlace,
  type SharedFileRecord,
  SharedFilesRepository,
} from './shared-files.repository.js';

/** The files of live messages, newest first. */
@Injectable()
export class SharedFilesService {
  constructor(
    private readonly files: SharedFilesRepository,
    private readonly rooms: RoomsService,
    private readonly posts: PostAccessService,
  ) {}

  /** Files of all posts of a room. @throws AppError `not_found` */
  async ofRoom(userId: string, room: string, query: SharedFilesQuery): Promise<SharedFilePage> {
    const { roomId } = await this.rooms.open(userId, room);
    return this.page({ roomId }, query);
  }

  /** @throws AppError `not_found` */
  async ofPost(userId: string, post: string, query: SharedFilesQuery): Promise<SharedFilePage> {
    const { postId } = await this.posts.open(userId, post);
    return this.page({ postId }, query);
  }

  private async page(
    place: FilePlace,
    { kind, cursor, limit = LIMITS.pageSize.default }: SharedFilesQuery,
  ): Promise<SharedFilePage> {
    const after = cursor === undefined ? undefined : keyOf(cursor);
    const [found, total] = await Promise.all([
      this.files.page(place, kind, after, limit + 1),
      this.files.count(place, kind),
    ]);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = found.length > limit && last ? writeCursor([last.messageId, String(last.position)]) : undefined;
    return { items: items.map(presentSharedFile), total, ...(nextCursor !== undefined && { nextCursor }) };
  }
}

function keyOf(cursor: string): FileKey {
  const [messageId, position] = readCursor(cursor, ['id', 'number']);
  return { messageId: messageId ?? '', position: Number(position) };
}

function presentSharedFile(record: SharedFileRecord): SharedFile {
  const { postId, messageId, seq, authorId, at } = record;
  return { attachment: presentAttachment(record), postId, messageId, seq, authorId, at: at.toISOString() };
}
