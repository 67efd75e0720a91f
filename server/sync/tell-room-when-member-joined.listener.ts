import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { MemberJoined } from '../rooms/rooms.events.js';
import { RoomAudience } from './room-audience.js';
import { RoomTeller } from './room-teller.js';

/** The new member hears the room from now on, and its readers hear of them. */
@OnEveryNode(MemberJoined)
export class TellRoomWhenMemberJoined implements Listener<MemberJoined> {
  constructor(
    private readonly audience: RoomAudience,
    private readonly teller: RoomTeller,
  ) {}

  async handle({ roomId, userId }: MemberJoined): Promise<void> {
    await this.audience.place(roomId, userId);
    await this.teller.tellRoom(roomId);
    await this.teller.tellMembership(roomId, userId);
  }
}
