import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { RoomDeleted } from '../rooms/rooms.events.js';
import { HeadsRepository } from './heads.repository.js';

/** Nothing more is written into the posts of a deleted room. */
@InTransaction(RoomDeleted)
export class StopNumberingWhenRoomDeleted implements Listener<RoomDeleted> {
  constructor(private readonly heads: HeadsRepository) {}

  async handle({ roomId }: RoomDeleted): Promise<void> {
    await this.heads.endAll(roomId);
  }
}
