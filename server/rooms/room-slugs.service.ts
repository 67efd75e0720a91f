import { Injectable } from '@nestjs/common';
import { AppError, validationFailed } from '../platform/errors/app-error.js';
import { RoomSlugsRepository } from './room-slugs.repository.js';
import { isSlug, slugCandidates } from './slug.js';

/** Addresses of rooms. */
@Injectable()
export class RoomSlugsService {
  constructor(private readonly repository: RoomSlugsRepository) {}

  /** Takes the first free slug of a name. Two who do so at once both get one. */
  async claimFor(name: string, roomId: string): Promise<string> {
    return this.first(name, (slug) => this.repository.claim(slug, roomId));
  }

  /**
   * Takes the slug that somebody chose; one that the room had before is taken again.
   * @throws AppError `validation_failed` when it is no slug, `slug_taken` with a free one
   */
  async claimExactly(slug: string, roomId: string): Promise<string> {
    if (!isSlug(slug)) {
      const message = 'Use letters a to z, digits and single hyphens between them.';
      throw validationFailed([{ field: 'slug', code: 'invalid', message }]);
    }
    if (await this.repository.claim(slug, roomId)) return slug;
    if ((await this.repository.holder(slug)) === roomId) return slug;
    const suggestion = await this.first(slug, async (free) => (await this.repository.holder(free)) === undefined);
    const message = `/r/${slug} is in use. Try ${suggestion}.`;
    throw new AppError('slug_taken', message, { suggestion, errors: [{ field: 'slug', code: 'slug_taken', message }] });
  }

  /**
   * The slug that a name would get as far as the user can know: a private room of others must not show itself by its slug, so
   * creating may still number it. A name that leaves nothing gets another random one each time.
   */
  async preview(userId: string, name: string): Promise<string> {
    return this.first(name, async (slug) => !(await this.repository.isKnownTo(userId, slug)));
  }

  /** The first of a name's slugs that `isGood` takes: the name's own, then numbered. */
  async first(
    name: string,
    isGood: (slug: string) => Promise<boolean>,
    reserved: readonly string[] = [],
  ): Promise<string> {
    const candidates = slugCandidates(name, reserved);
    for (;;) {
      const slug = candidates.next().value;
      if (await isGood(slug)) return slug;
    }
  }
}
