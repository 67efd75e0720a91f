import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { JoinRequests } from './join-requests.js';
import { RoomChanged } from './rooms.events.js';

/** Where everybody may join nobody waits to be let in. */
@InTransaction(RoomChanged)
export class AnswerRequestsWhenRoomBecamePublic implements Listener<RoomChanged> {
  constructor(private readonly requests: JoinRequests) {}

  async handle({ roomId, visibilityBefore, visibilityNow }: RoomChanged): Promise<void> {
    if (visibilityBefore === 'private' && visibilityNow === 'public') await this.requests.clearAll(roomId);
  }
}
