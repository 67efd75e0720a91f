import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { MemberLeft } from '../rooms/rooms.events.js';
import { RoomAudience } from './room-audience.js';
import { RoomTeller } from './room-teller.js';

/** A former member hears nothing more of a private room, and its readers hear that they left. */
@OnEveryNode(MemberLeft)
export class TellRoomWhenMemberLeft implements Listener<MemberLeft> {
  constructor(
    private readonly audience: RoomAudience,
    private readonly teller: RoomTeller,
  ) {}

  async handle({ roomId, userId }: MemberLeft): Promise<void> {
    await this.audience.place(roomId, userId);
    await this.teller.tellMembership(roomId, userId);
    await this.teller.tellRoom(roomId);
  }
}
