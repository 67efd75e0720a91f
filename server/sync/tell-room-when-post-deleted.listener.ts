import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { PostDeleted } from '../posts/posts.events.js';
import { RoomTeller } from './room-teller.js';

/** A deleted post leaves the lists of the room's readers at once, and its own readers hear no more of it. */
@OnEveryNode(PostDeleted)
export class TellRoomWhenPostDeleted implements Listener<PostDeleted> {
  constructor(private readonly teller: RoomTeller) {}

  async handle({ roomId, postId }: PostDeleted): Promise<void> {
    await this.teller.tellPostDeleted(roomId, postId);
  }
}
