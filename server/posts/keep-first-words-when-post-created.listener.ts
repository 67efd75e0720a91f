import type { Listener } from '../events/event.js';
import { InTransaction } from '../events/listener.decorators.js';
import { PostRevisions } from './post-revisions.service.js';
import { PostCreated } from './posts.events.js';

/** The history of a topic begins with what it was made with. */
@InTransaction(PostCreated)
export class KeepFirstWordsWhenPostCreated implements Listener<PostCreated> {
  constructor(private readonly revisions: PostRevisions) {}

  async handle({ postId, kind, authorId }: PostCreated): Promise<void> {
    if (kind === 'topic') await this.revisions.keep(postId, authorId);
  }
}
