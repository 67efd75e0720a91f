import { Injectable } from '@nestjs/common';
import { PostsService } from '../posts/posts.service.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { MemberList } from '../rooms/member-list.js';
import { RoomAccessService } from '../rooms/room-access.service.js';
import { RoomViews } from './room-views.js';

/**
 * Which sockets hear a room. Memberships may change faster than they are read, and events of them may be handled late
 * or twice: hence each call acts on what the database says now, and the calls for one user follow each other.
 */
@Injectable()
export class RoomAudience {
  private readonly turns = new Map<string, Promise<void>>();

  constructor(
    private readonly emitter: RealtimeEmitter,
    private readonly members: MemberList,
    private readonly rooms: RoomViews,
    private readonly posts: PostsService,
    private readonly access: RoomAccessService,
  ) {}

  /** Lets a member's sockets hear the room; takes anybody else's off it, and of a private one off its posts, with word that it is gone. */
  async place(roomId: string, userId: string): Promise<void> {
    await this.inTurn(userId, async () => {
      if (await this.members.has(roomId, userId)) this.emitter.joinRoom(userId, roomId);
      else await this.dismiss(roomId, userId);
    });
  }

  /** Hands the ids of a user's rooms to `join`, which must act at once: between the reading and the joining nothing changes. */
  async admit(userId: string, join: (roomIds: string[]) => void | Promise<void>): Promise<void> {
    await this.inTurn(userId, async () => {
      const rooms = await this.members.roomsOf([userId]);
      await join(rooms.map(({ roomId }) => roomId));
    });
  }

  private async dismiss(roomId: string, userId: string): Promise<void> {
    this.access.drop({ roomId, userId });
    const postIds = await this.posts.findIdsInRooms([roomId]);
    const room = await this.rooms.shared(roomId);
    const mayRead = room?.visibility === 'public';
    this.emitter.leaveRoom(userId, roomId, mayRead ? [] : postIds);
    if (!mayRead) this.emitter.toUser(userId, 'room:deleted', { roomId });
  }

  private async inTurn(userId: string, act: () => Promise<void>): Promise<void> {
    const turn = (this.turns.get(userId) ?? Promise.resolve()).catch(() => undefined).then(act);
    this.turns.set(userId, turn);
    try {
      await turn;
    } finally {
      if (this.turns.get(userId) === turn) this.turns.delete(userId);
    }
  }
}
