import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import { Storage } from '../platform/storage/storage.js';
import { PostErased } from '../posts/posts.events.js';
import { keyOf } from './image-keys.js';

/** The picture of a deleted post goes with the last of it. */
@AfterCommit(PostErased)
export class DeleteBytesWhenPostErased implements Listener<PostErased> {
  constructor(private readonly storage: Storage) {}

  async handle({ imageId }: PostErased): Promise<void> {
    if (imageId !== null) await this.storage.remove([keyOf(imageId)]);
  }
}
