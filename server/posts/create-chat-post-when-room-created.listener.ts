import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { RoomCreated } from '../rooms/rooms.events.js';
import { PostFounder } from './post-founder.js';

/** No room without its chat. */
@InTransaction(RoomCreated)
export class CreateChatPostWhenRoomCreated implements Listener<RoomCreated> {
  constructor(private readonly posts: PostFounder) {}

  async handle({ roomId, chatPostId, ownerId }: RoomCreated): Promise<void> {
    await this.posts.createChat(roomId, chatPostId, ownerId);
  }
}
