import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { PostCreated } from '../posts/posts.events.js';
import { RoomTeller } from './room-teller.js';

/** A new post is in the lists of the room's readers at once. */
@OnEveryNode(PostCreated)
export class TellRoomWhenPostCreated implements Listener<PostCreated> {
  constructor(private readonly teller: RoomTeller) {}

  async handle({ roomId, postId }: PostCreated): Promise<void> {
    await this.teller.tellPost(roomId, postId);
  }
}
