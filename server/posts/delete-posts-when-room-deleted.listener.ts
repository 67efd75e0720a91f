import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { RoomDeleted } from '../rooms/rooms.events.js';
import { PostDeletions } from './post-deletions.js';

/** No post without its room. */
@InTransaction(RoomDeleted)
export class DeletePostsWhenRoomDeleted implements Listener<RoomDeleted> {
  constructor(private readonly posts: PostDeletions) {}

  async handle({ roomId }: RoomDeleted): Promise<void> {
    await this.posts.endAll(roomId);
  }
}
