import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { MemberRoleChanged } from '../rooms/rooms.events.js';
import { RoomTeller } from './room-teller.js';

/** Roles show at once, and with them who owns the room. */
@OnEveryNode(MemberRoleChanged)
export class TellRoomWhenMemberRoleChanged implements Listener<MemberRoleChanged> {
  constructor(private readonly teller: RoomTeller) {}

  async handle({ roomId, userId, isKeeper }: MemberRoleChanged): Promise<void> {
    await this.teller.tellMembership(roomId, userId);
    await this.teller.tellRoom(roomId);
    if (isKeeper) await this.teller.tellRequests(roomId, [userId]);
  }
}
