import { Injectable } from '@nestjs/common';
import { CHAT_SLUG } from '#contracts/limits.js';
import { RoomSlugsService } from '../rooms/room-slugs.service.js';
import { PostsRepository } from './posts.repository.js';

/** Addresses of posts within their room. */
@Injectable()
export class PostSlugsService {
  constructor(
    private readonly repository: PostsRepository,
    private readonly roomSlugs: RoomSlugsService,
  ) {}

  /** Takes the first free slug of a title. Two who do so at once both get one. */
  async claimFor(roomId: string, title: string, postId: string): Promise<string> {
    return this.roomSlugs.first(title, (slug) => this.repository.claimSlug(roomId, slug, postId), [CHAT_SLUG]);
  }

  /** The slug that a title would get now. */
  async preview(roomId: string, title: string): Promise<string> {
    return this.roomSlugs.first(title, async (slug) => !(await this.repository.isSlugTaken(roomId, slug)), [CHAT_SLUG]);
  }
}
