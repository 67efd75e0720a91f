import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { PostCreated } from '../posts/posts.events.js';
import { HeadsRepository } from './heads.repository.js';

/** No post without its numbering. */
@InTransaction(PostCreated)
export class StartNumberingWhenPostCreated implements Listener<PostCreated> {
  constructor(private readonly heads: HeadsRepository) {}

  async handle({ postId, roomId }: PostCreated): Promise<void> {
    await this.heads.start(postId, roomId);
  }
}
