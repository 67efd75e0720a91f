import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { RealtimeEmitter } from '../realtime/emitter/realtime-emitter.js';
import { RoomDeleted } from '../rooms/rooms.events.js';

/** Whoever could find a room learns that it is gone, and its members hear no more of it. */
@OnEveryNode(RoomDeleted)
export class TellEveryoneWhenRoomDeleted implements Listener<RoomDeleted> {
  constructor(private readonly emitter: RealtimeEmitter) {}

  handle({ roomId, visibilityBefore }: RoomDeleted): Promise<void> {
    this.emitter.endRoom(roomId, visibilityBefore === 'public');
    return Promise.resolve();
  }
}
