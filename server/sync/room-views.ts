import { Injectable } from '@nestjs/common';
import type { Post } from '#contracts/post.dto.js';
import type { LatestMessage, Room, SharedRoom } from '#contracts/room.dto.js';
import { PostHeadsService } from '../messages/post-heads.service.js';
import { notFound } from '../platform/errors/app-error.js';
import { searchKeyOf } from '../platform/names/search-key.js';
import { presentImage } from '../platform/pictures/image-url.js';
import { PresenceRegistry } from '../realtime/presence/presence.registry.js';
import { MemberList } from '../rooms/member-list.js';
import type { RoomRecord } from '../rooms/room-record.js';
import { RequestsService } from '../rooms/requests.service.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { PostViews } from './post-views.js';

interface Parts {
  requestCount: number | undefined;
  chatPost: Post;
  onlineCount: number;
  unread: number;
  latest: LatestMessage | undefined;
}

/** Composes `Room` answers from what rooms, posts, messages and presence know. A constant number of queries, however many rooms. */
@Injectable()
export class RoomViews {
  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MemberList,
    private readonly posts: PostViews,
    private readonly heads: PostHeadsService,
    private readonly presence: PresenceRegistry,
    private readonly requests: RequestsService,
  ) {}

  /** One room for a reader. @throws AppError `not_found` */
  async one(userId: string, roomId: string): Promise<Room> {
    const room = await this.rooms.show(userId, roomId);
    const [view] = await this.compose(userId, [room]);
    // Deleted between the two questions.
    if (!view) throw notFound();
    return view;
  }

  /** Rooms for a reader, in this order. */
  async compose(userId: string, rooms: readonly RoomRecord[]): Promise<Room[]> {
    const ids = rooms.map(({ id }) => id);
    const mine = new Set(rooms.filter(({ myRole }) => myRole !== null).map(({ id }) => id));
    const kept = rooms.filter(isKept).map(({ id }) => id);
    const [chatPosts, online, unread, latest, requests] = await Promise.all([
      this.posts.forReader(
        userId,
        rooms.map(({ chatPostId }) => chatPostId),
        (roomId) => mine.has(roomId),
      ),
      this.members.countAmong(ids, this.presence.onlineUserIds()),
      this.heads.unreadByRoom(userId, [...mine]),
      this.heads.latestByRoom(ids),
      this.requests.count(kept),
    ]);
    const chats = new Map(chatPosts.map((post) => [post.roomId, post]));
    return rooms.flatMap((room) => {
      const chatPost = chats.get(room.id);
      const parts = {
        onlineCount: online.get(room.id) ?? 0,
        unread: unread.get(room.id) ?? 0,
        latest: latest.get(room.id),
        requestCount: isKept(room) ? (requests.get(room.id) ?? 0) : undefined,
      };
      return chatPost ? [presentRoom(room, { chatPost, ...parts })] : [];
    });
  }

  /** A room as all of its readers see it; undefined when it is gone. */
  async shared(roomId: string): Promise<SharedRoom | undefined> {
    const room = await this.rooms.describe(roomId);
    const [chatPost] = room ? await this.posts.shared([room.chatPostId]) : [];
    return room && chatPost ? { ...presentFacts(room), chatPost } : undefined;
  }
}

function isKept({ myRole }: RoomRecord): boolean {
  return myRole === 'owner' || myRole === 'moderator';
}

function presentRoom(room: RoomRecord, { latest, requestCount, ...parts }: Parts): Room {
  const { myRole, isFavourite, favouriteVersion } = room;
  return {
    ...presentFacts(room),
    myRole,
    ...(myRole !== null && { isFavourite, favouriteVersion }),
    ...parts,
    ...(latest && { latest }),
    ...(requestCount !== undefined && { requestCount }),
  };
}

function presentFacts(room: RoomRecord): Omit<SharedRoom, 'chatPost'> {
  const { id, slug, name, about, visibility, kind, ownerId, memberCount, version } = room;
  return {
    ...{ id, slug, name, about, visibility, kind, ownerId, memberCount, version },
    searchKey: room.searchKey ?? searchKeyOf(room.name, room.slug),
    createdAt: room.createdAt.toISOString(),
    ...presentImage(room.imageId),
    ...(room.archivedAt && { archivedAt: room.archivedAt.toISOString() }),
  };
}
