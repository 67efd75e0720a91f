import { Injectable } from '@nestjs/common';
import type { Post } from '#contracts/post.dto.js';
import type { LatestMessage } from '#contracts/room.dto.js';
import type { PostPlace } from '../posts/post-record.js';
import { excerptOf } from './excerpt.js';
import { HeadsRepository, type ReaderHeadRecord } from './heads.repository.js';

/** The part of a `Post` that counts its messages. */
export type PostCounts = Pick<Post, 'firstSeq' | 'lastSeq' | 'rev' | 'readSeq' | 'unread' | 'activeAt'>;

/** Where posts stand, for lists. */
@Injectable()
export class PostHeadsService {
  constructor(private readonly heads: HeadsRepository) {}

  /** The counts of posts for a reader. @param isMember whether the reader belongs to the room: a visitor has nothing unread */
  async countsFor(
    userId: string,
    postIds: readonly string[],
    isMember: (roomId: string) => boolean,
  ): Promise<Map<string, PostCounts>> {
    const heads = postIds.length === 0 ? [] : await this.heads.forReader(userId, postIds);
    return new Map(heads.map((head) => [head.postId, presentCounts(head, isMember(head.roomId))]));
  }

  /** Of the posts, a page of the most recently active ones, as ids in that order. */
  async pageByActivity(postIds: readonly string[], after: PostPlace | undefined, limit: number): Promise<string[]> {
    return this.heads.pageByActivity(postIds, after, limit);
  }

  /** Unread messages of a member by room, summed over its posts. */
  async unreadByRoom(userId: string, roomIds: readonly string[]): Promise<Map<string, number>> {
    const rows = roomIds.length === 0 ? [] : await this.heads.unreadByRoom(userId, roomIds);
    return new Map(rows.map(({ roomId, unread }) => [roomId, unread]));
  }

  /** The newest message of each room that has one. */
  async latestByRoom(roomIds: readonly string[]): Promise<Map<string, LatestMessage>> {
    const rows = roomIds.length === 0 ? [] : await this.heads.latestByRoom(roomIds);
    return new Map(
      rows.map(({ roomId, postId, seq, authorId, text, system, at }) => [
        roomId,
        { postId, seq, authorId, excerpt: excerptOf(text), ...(system && { system }), at: at.toISOString() },
      ]),
    );
  }

  /** How many posts a room has, and how many messages are in them. */
  async sumOfRoom(roomId: string): Promise<{ posts: number; messages: number }> {
    return this.heads.sum(roomId);
  }

  /** How many messages a post has. */
  async countOf(postId: string): Promise<number> {
    const [head] = await this.heads.find([postId]);
    return head ? head.lastSeq - head.firstSeq + 1 : 0;
  }

  /** Posts of the rooms that got or changed messages since a transaction. */
  async changedSince(roomIds: readonly string[], sinceXid: string): Promise<string[]> {
    return roomIds.length === 0 ? [] : this.heads.changedSince(roomIds, sinceXid);
  }
}

function presentCounts(head: ReaderHeadRecord, isMember: boolean): PostCounts {
  const { firstSeq, lastSeq, rev, activeAt } = head;
  const readSeq = isMember ? Math.max(head.readSeq ?? 0, firstSeq - 1) : lastSeq;
  return { firstSeq, lastSeq, rev, readSeq, unread: lastSeq - readSeq, activeAt: activeAt.toISOString() };
}
