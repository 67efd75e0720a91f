import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { PostsRetagged } from '../posts/posts.events.js';
import { RoomTeller } from './room-teller.js';

/** Posts with other tags are in the lists of the room's readers at once. */
@OnEveryNode(PostsRetagged)
export class TellRoomWhenPostsRetagged implements Listener<PostsRetagged> {
  constructor(private readonly teller: RoomTeller) {}

  async handle({ roomId, postIds }: PostsRetagged): Promise<void> {
    await this.teller.tellPosts(roomId, postIds);
  }
}
