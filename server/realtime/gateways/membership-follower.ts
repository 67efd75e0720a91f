import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MemberList } from '../../rooms/member-list.js';
import { RoomAudience } from '../../sync/room-audience.js';
import { roomChannel } from '../emitter/channels.js';
import type { ChatSocket } from '../emitter/chat-socket.js';

/**
 * Lets the sockets of this node hear the rooms of their users, and no others, whatever becomes of the events that tell of
 * changes. A socket reads its rooms as it connects; this asks for the changes since, which are few, instead of all rooms of all.
 */
@Injectable()
export class MembershipFollower implements OnApplicationBootstrap {
  /** The transaction from which on changes have not been looked at. */
  private since: string | undefined;

  constructor(
    private readonly members: MemberList,
    private readonly audience: RoomAudience,
  ) {}

  /** Before anybody connects. */
  async onApplicationBootstrap(): Promise<void> {
    this.since = (await this.members.changesOf([], undefined)).until;
  }

  /** One query, and one more for each change that sockets did not follow. */
  async follow(sockets: readonly ChatSocket[]): Promise<void> {
    const byUser = Map.groupBy(sockets, ({ data }) => data.userId);
    const { until, changes } = await this.members.changesOf([...byUser.keys()], this.since);
    for (const { userId, roomId, isMember } of changes) {
      const theirs = byUser.get(userId) ?? [];
      const isFollowed = theirs.every((socket) => socket.rooms.has(roomChannel(roomId)) === isMember);
      if (!isFollowed) await this.audience.place(roomId, userId);
    }
    this.since = until;
  }
}
