import { Controller, Get, Query } from '@nestjs/common';
import { TagPage, TagsQuery } from '#contracts/post.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { TagsRepository } from './tags.repository.js';

@Controller('tags')
export class TagsController {
  constructor(private readonly tags: TagsRepository) {}

  /** Tags in use where the user may read, the most used first. */
  @Get()
  async list(
    @CurrentUser() { userId }: Principal,
    @Query() { q, limit = LIMITS.pageSize.default }: TagsQuery,
  ): Promise<TagPage> {
    return { items: await this.tags.list(userId, q, limit) };
  }
}
