import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { RoomChanged } from '../rooms/rooms.events.js';
import { RoomTeller } from './room-teller.js';

/** Readers see a changed room at once; those who may no longer read it lose sight of it. */
@OnEveryNode(RoomChanged)
export class TellReadersWhenRoomChanged implements Listener<RoomChanged> {
  constructor(private readonly teller: RoomTeller) {}

  async handle({ roomId, visibilityBefore, visibilityNow }: RoomChanged): Promise<void> {
    if (visibilityBefore !== visibilityNow) await this.teller.hideFromVisitors(roomId);
    await this.teller.announceRoom(roomId);
  }
}
