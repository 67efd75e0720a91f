import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { PostFactsService } from './post-facts.service.js';
import { PostChanged } from './posts.events.js';

/** Every node asks again whether the post is resolved. */
@InTransaction(PostChanged)
export class ForgetFactsWhenPostChanged implements Listener<PostChanged> {
  constructor(private readonly facts: PostFactsService) {}

  handle({ postId }: PostChanged): Promise<void> {
    this.facts.forget(postId);
    return Promise.resolve();
  }
}
