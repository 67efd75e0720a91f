import type { Listener } from '../events/event.js';
import { AfterCommit } from '../events/listener.decorators.js';
import { Storage } from '../platform/storage/storage.js';
import { keyOf } from './image-keys.js';
import { ImageDiscarded } from './images.events.js';

/** Bytes that nobody may see any more go at once. */
@AfterCommit(ImageDiscarded)
export class DeleteBytesWhenImageDiscarded implements Listener<ImageDiscarded> {
  constructor(private readonly storage: Storage) {}

  async handle({ imageId }: ImageDiscarded): Promise<void> {
    await this.storage.remove([keyOf(imageId)]);
  }
}
