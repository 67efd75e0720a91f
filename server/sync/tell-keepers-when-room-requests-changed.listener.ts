import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { RoomRequestsChanged } from '../rooms/rooms.events.js';
import { RoomTeller } from './room-teller.js';

/** Owner and moderators see at once that somebody asks to join, or was answered by another of them. */
@OnEveryNode(RoomRequestsChanged)
export class TellKeepersWhenRoomRequestsChanged implements Listener<RoomRequestsChanged> {
  constructor(private readonly teller: RoomTeller) {}

  async handle({ roomId, keeperIds }: RoomRequestsChanged): Promise<void> {
    await this.teller.tellRequests(roomId, keeperIds);
  }
}
