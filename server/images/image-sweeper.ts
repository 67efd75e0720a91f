import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { isId } from '../platform/ids/ids.js';
import { Storage } from '../platform/storage/storage.js';
import { IMAGE_FOLDER, imageIdOf, keyOf } from './image-keys.js';
import { ImagesRepository } from './images.repository.js';

/** Younger pictures may be about to be shown. */
const SETTLED_MS = 3_600_000;
const BATCH = 500;

/** Removes pictures that nobody shows: of rooms and posts that were deleted, and what crashes left behind. */
@Injectable()
export class ImageSweeper {
  constructor(
    private readonly images: ImagesRepository,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    const settled = new Date(this.clock.now() - SETTLED_MS);
    let ids: string[] = [];
    for await (const { key, changedAt } of this.storage.list(IMAGE_FOLDER)) {
      if (changedAt < settled && isId(imageIdOf(key))) ids.push(imageIdOf(key));
      if (ids.length < BATCH) continue;
      await this.removeUnused(ids);
      ids = [];
    }
    await this.removeUnused(ids);
  }

  private async removeUnused(ids: readonly string[]): Promise<void> {
    const unused = ids.length === 0 ? [] : await this.images.findUnused(ids);
    await this.storage.remove(unused.map(keyOf));
  }
}
