import { Injectable } from '@nestjs/common';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { PostsService } from '../posts/posts.service.js';
import { MemberList } from '../rooms/member-list.js';
import { RequestsService } from '../rooms/requests.service.js';
import { PostViews } from './post-views.js';
import { RoomViews } from './room-views.js';

const POSTS_AT_ONCE = 100;

/**
 * Tells changes of rooms, posts and memberships to those who should know: room members, and visitors with one of its
 * posts open. What is told is read last, right before it leaves, so that a call that was held up tells nothing old.
 */
@Injectable()
export class RoomTeller {
  constructor(
    private readonly emitter: RealtimeEmitter,
    private readonly rooms: RoomViews,
    private readonly posts: PostViews,
    private readonly members: MemberList,
    private readonly allPosts: PostsService,
    private readonly requests: RequestsService,
  ) {}

  /** Tells a room's readers what it is like now. */
  async tellRoom(roomId: string): Promise<void> {
    const postIds = await this.postIds(roomId);
    const room = await this.rooms.shared(roomId);
    if (room) this.emitter.toRoomAndPosts(roomId, postIds, 'room', room);
  }

  /** Tells everybody of a room that everybody may find; of a private one only its members. */
  async announceRoom(roomId: string): Promise<void> {
    const room = await this.rooms.shared(roomId);
    if (room?.visibility === 'public') this.emitter.toEveryone('room', room);
    else if (room) this.emitter.toRoom(roomId, 'room', room);
  }

  /** Tells a room's readers, and the user, of the user's place in it. */
  async tellMembership(roomId: string, userId: string): Promise<void> {
    const postIds = await this.postIds(roomId);
    const membership = await this.members.show(roomId, userId);
    this.emitter.toRoomAndPosts(roomId, postIds, 'membership', membership);
    if (membership.leftAt !== undefined) this.emitter.toUser(userId, 'membership', membership);
  }

  /** Tells a room's readers of a new or changed post. */
  async tellPost(roomId: string, postId: string): Promise<void> {
    const postIds = await this.postIds(roomId);
    const [post] = await this.posts.shared([postId]);
    if (post) this.emitter.toRoomAndPosts(roomId, postIds, 'post', post);
  }

  /** Tells a room's readers of many changed posts, some at a time, so that others have their turn. */
  async tellPosts(roomId: string, changedIds: readonly string[]): Promise<void> {
    const postIds = await this.postIds(roomId);
    for (let from = 0; from < changedIds.length; from += POSTS_AT_ONCE) {
      const posts = await this.posts.shared(changedIds.slice(from, from + POSTS_AT_ONCE));
      const open = new Set(this.emitter.openPostIds());
      const openIds = postIds.filter((id) => open.has(id));
      for (const post of posts) this.emitter.toRoomAndPosts(roomId, openIds, 'post', post);
    }
  }

  /** Tells a room's readers that a post is gone, and takes them off it. */
  async tellPostDeleted(roomId: string, postId: string): Promise<void> {
    const postIds = await this.postIds(roomId);
    this.emitter.toRoomAndPosts(roomId, [...postIds, postId], 'post:deleted', { roomId, postId });
    this.emitter.closePost(postId);
  }

  /** Tells those who keep a room how many ask to join it. */
  async tellRequests(roomId: string, keeperIds: readonly string[]): Promise<void> {
    const count = (await this.requests.count([roomId])).get(roomId) ?? 0;
    for (const userId of keeperIds) this.emitter.toUser(userId, 'requests', { roomId, count });
  }

  /** Where a room is private now, whoever only visited is told that it is gone and hears no more of it. */
  async hideFromVisitors(roomId: string): Promise<void> {
    const postIds = await this.postIds(roomId);
    const room = await this.rooms.shared(roomId);
    if (room?.visibility === 'private') this.emitter.hideFromVisitors(roomId, postIds);
  }

  private async postIds(roomId: string): Promise<string[]> {
    return this.allPosts.findIdsInRooms([roomId]);
  }
}
