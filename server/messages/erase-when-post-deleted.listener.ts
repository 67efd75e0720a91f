import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import { JobQueue } from '../jobs/job-queue.js';
import { PostDeleted } from '../posts/posts.events.js';

/** What a deleted post held is cleared soon. */
@AfterCommit(PostDeleted)
export class EraseWhenPostDeleted implements Listener<PostDeleted> {
  constructor(private readonly jobs: JobQueue) {}

  async handle({ postId }: PostDeleted): Promise<void> {
    await this.jobs.add('erase-deleted', postId, {});
  }
}
