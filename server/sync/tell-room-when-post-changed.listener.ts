import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { PostChanged } from '../posts/posts.events.js';
import { RoomTeller } from './room-teller.js';

/** A changed post is in the lists of the room's readers at once. */
@OnEveryNode(PostChanged)
export class TellRoomWhenPostChanged implements Listener<PostChanged> {
  constructor(private readonly teller: RoomTeller) {}

  async handle({ roomId, postId }: PostChanged): Promise<void> {
    await this.teller.tellPost(roomId, postId);
  }
}
