import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { PostDeleted } from '../posts/posts.events.js';
import { HeadsRepository } from './heads.repository.js';

/** Nothing more is written into a deleted post: a send that waits for its number is refused. */
@InTransaction(PostDeleted)
export class StopNumberingWhenPostDeleted implements Listener<PostDeleted> {
  constructor(private readonly heads: HeadsRepository) {}

  async handle({ postId }: PostDeleted): Promise<void> {
    await this.heads.end(postId);
  }
}
