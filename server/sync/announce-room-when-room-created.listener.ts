import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { RoomCreated } from '../rooms/rooms.events.js';
import { RoomAudience } from './room-audience.js';
import { RoomTeller } from './room-teller.js';

/** A new public room is in everybody's directory at once, a private one in its owner's list. */
@OnEveryNode(RoomCreated)
export class AnnounceRoomWhenRoomCreated implements Listener<RoomCreated> {
  constructor(
    private readonly audience: RoomAudience,
    private readonly teller: RoomTeller,
  ) {}

  async handle({ roomId, ownerId }: RoomCreated): Promise<void> {
    await this.audience.place(roomId, ownerId);
    await this.teller.announceRoom(roomId);
    await this.teller.tellMembership(roomId, ownerId);
  }
}
