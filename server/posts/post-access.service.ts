import { Injectable } from '@nestjs/common';
import { AppError, notFound } from '../platform/errors/app-error.js';
import { isId } from '../platform/ids/ids.js';
import type { RoomAccess } from '../rooms/room-access.js';
import { RoomAccessService } from '../rooms/room-access.service.js';
import { PostFactsService } from './post-facts.service.js';
import type { PostAddress, PostFacts, UnreadablePost } from './post-record.js';
import { PostsRepository } from './posts.repository.js';

/** What decides what a user may do in a post. */
export interface PostAccess extends PostFacts {
  room: RoomAccess;
}

/** What users may do in posts, as known within the last five seconds. */
@Injectable()
export class PostAccessService {
  constructor(
    private readonly facts: PostFactsService,
    private readonly rooms: RoomAccessService,
    private readonly repository: PostsRepository,
  ) {}

  /** @throws AppError `not_found` when there is no such post that the user may read */
  async open(userId: string, postId: string): Promise<PostAccess> {
    const facts = isId(postId) ? await this.facts.find(postId) : undefined;
    const room = facts && (await this.rooms.find(userId, facts.roomId));
    if (!facts || !room || (room.visibility === 'private' && room.role === null)) throw notFound();
    return { ...facts, room };
  }

  /** The addresses of a post that the user may read. @throws AppError `not_found` */
  async address(userId: string, postId: string): Promise<PostAddress> {
    const access = await this.open(userId, postId);
    const address = await this.repository.findAddress(access.postId);
    if (!address) throw notFound();
    return address;
  }

  /** Of users and posts, pair by pair, those pairs in which the user may not read the post, asked of the database. */
  async findUnreadable(pairs: readonly { userId: string; postId: string }[]): Promise<UnreadablePost[]> {
    return pairs.length === 0 ? [] : this.repository.findUnreadable(pairs);
  }

  /** As `open`, for who wants to write. @throws AppError `not_found`, `forbidden` for a visitor, `read_only` when archived or resolved */
  async openToWrite(userId: string, postId: string): Promise<PostAccess> {
    const access = await this.open(userId, postId);
    this.rooms.assertCanWrite(access.room);
    if (access.state === 'resolved') throw new AppError('read_only', 'This post is resolved. Reopen it to write.');
    return access;
  }
}
